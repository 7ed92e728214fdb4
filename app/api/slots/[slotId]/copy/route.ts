import { writeRoute } from '@/lib/http/write-route'
import { saveCopy } from '@/lib/sponsors/commands/save-copy'
import { sendOrKeep } from '@/lib/sponsors/commands/send-copy'
import { copyFormSchema, saveCopySchema } from '@/lib/sponsors/schema'

/** Saves what an editor types for a sponsor. */
export const PATCH = writeRoute({
  input: saveCopySchema,
  run: ({ actor, input, params }) => saveCopy(actor, { ...input, slotId: params.slotId ?? '' }),
})

/** Saves the whole copy, and puts it forward where that was pressed. */
export const POST = writeRoute({
  input: copyFormSchema,
  run: ({ actor, input, params }) => sendOrKeep(actor, { ...input, slotId: params.slotId ?? '' }, false),
})
