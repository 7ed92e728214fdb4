import { writeRoute } from '@/lib/http/write-route'
import { saveSettings } from '@/lib/publication/commands/save-settings'
import { saveSettingsSchema } from '@/lib/publication/schema'

export const PATCH = writeRoute({
  input: saveSettingsSchema,
  run: ({ actor, input }) => saveSettings(actor, input),
})
