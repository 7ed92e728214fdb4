import { isForm } from '@/lib/http/read-body'
import { contactRoute } from '@/lib/http/write-route'
import { slotPath } from '@/lib/slots/back'
import { saveCopy } from '@/lib/sponsors/commands/save-copy'
import { sendOrKeep } from '@/lib/sponsors/commands/send-copy'
import { copyFormSchema, saveCopySchema } from '@/lib/sponsors/schema'

/** Saves what a contact types. */
export const PATCH = contactRoute({
  input: saveCopySchema,
  run: ({ actor, input, params }) => saveCopy(actor, { ...input, slotId: params.slotId ?? '' }),
})

/** Saves the whole copy, and sends it in where that was pressed. */
export const POST = contactRoute({
  input: copyFormSchema,
  run: ({ actor, input, params, request }) =>
    sendOrKeep(actor, { ...input, slotId: params.slotId ?? '' }, isForm(request)),
  back: (outcome, _, { slotId = '' }) => {
    if ('error' in outcome) return slotPath(slotId, outcome)
    return slotPath(slotId, { notice: outcome.result.submitted ? 'sent' : 'saved' })
  },
})
