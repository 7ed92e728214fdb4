import { z } from 'zod'
import { MAX_IMAGE_BYTES } from './rules'

/** A form with one image; without script it has no command id. */
export const imageFormSchema = z.strictObject({
  commandId: z.uuid().optional(),
  image: z.instanceof(Uint8Array, { error: 'Choose an image first.' }),
})

/** What such a form may weigh: the image, and room for the rest. */
export const IMAGE_FORM_BYTES = MAX_IMAGE_BYTES + 64 * 1024
