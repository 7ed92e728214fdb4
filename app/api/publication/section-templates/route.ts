import { writeRoute } from '@/lib/http/write-route'
import { saveSectionTemplate } from '@/lib/publication/commands/save-section-template'
import { saveSectionTemplateSchema } from '@/lib/publication/schema'

export const POST = writeRoute({
  input: saveSectionTemplateSchema,
  run: ({ actor, input }) => saveSectionTemplate(actor, input),
})
