import { randomUUID } from 'node:crypto'
import { writeRoute } from '@/lib/http/write-route'
import { addImage } from '@/lib/sponsors/commands/add-image'
import { IMAGE_FORM_BYTES, imageFormSchema } from '@/lib/sponsors/images/schema'

/** Takes in an image that an editor chose for a sponsor. */
export const POST = writeRoute({
  input: imageFormSchema,
  upload: { maxBytes: IMAGE_FORM_BYTES },
  run: ({ actor, input: { commandId = randomUUID(), image }, params }) =>
    addImage(actor, { commandId, slotId: params.slotId ?? '', bytes: image }),
})
