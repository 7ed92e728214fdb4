import { contactRoute } from '@/lib/http/write-route'
import { slotPath } from '@/lib/slots/back'
import { setImage } from '@/lib/sponsors/commands/set-image'
import { IMAGE_FORM_BYTES, imageFormSchema } from '@/lib/sponsors/images/schema'

/** Puts the image that a contact chose into their copy, or takes it out. */
export const POST = contactRoute({
  input: imageFormSchema,
  upload: { maxBytes: IMAGE_FORM_BYTES },
  run: ({ actor, input, params }) => setImage(actor, { ...input, slotId: params.slotId ?? '' }),
  back: (outcome, _, { slotId = '' }) =>
    slotPath(slotId, 'error' in outcome ? outcome : { notice: 'image' }, 'image-'),
})
