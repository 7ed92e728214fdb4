import { isForm } from '@/lib/http/read-body'
import { isUploadForm } from '@/lib/http/read-upload'
import { contactRoute } from '@/lib/http/write-route'
import { copyPath } from '@/lib/slots/back'
import { saveCopy } from '@/lib/sponsors/commands/save-copy'
import { sendOrKeep } from '@/lib/sponsors/commands/send-copy'
import { IMAGE_FORM_BYTES } from '@/lib/sponsors/images/schema'
import { copyFormSchema, saveCopySchema } from '@/lib/sponsors/schema'

/** Saves what a contact types. */
export const PATCH = contactRoute({
  input: saveCopySchema,
  run: ({ actor, input, params }) => saveCopy(actor, { ...input, slotId: params.slotId ?? '' }),
})

/** Saves the whole copy, and sends it in or whatever else was pressed. */
export const POST = contactRoute({
  input: copyFormSchema,
  upload: { maxBytes: IMAGE_FORM_BYTES },
  run: ({ actor, input, params, request }) => {
    const isPlain = isForm(request) || isUploadForm(request)
    return sendOrKeep(actor, { ...input, slotId: params.slotId ?? '' }, isPlain)
  },
  back: (outcome, sent, { slotId = '' }) => copyPath(slotId, outcome, sent),
})
