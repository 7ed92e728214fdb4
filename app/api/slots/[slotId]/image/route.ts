import { writeRoute } from '@/lib/http/write-route'
import { setImage } from '@/lib/sponsors/commands/set-image'
import { IMAGE_FORM_BYTES, imageFormSchema } from '@/lib/sponsors/images/schema'

/** Puts the image that an editor chose into a sponsor's copy. */
export const POST = writeRoute({
  input: imageFormSchema,
  upload: { maxBytes: IMAGE_FORM_BYTES },
  run: ({ actor, input, params }) => setImage(actor, { ...input, slotId: params.slotId ?? '' }),
})
