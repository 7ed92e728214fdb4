import { z } from 'zod'
import { adCopySchema } from '@/lib/sponsors/schema'
import { MAX_IMAGE_BYTES } from './rules'

/** A form with one image for a slot's copy, or the wish to have none; without script it has no command id. */
export const imageFormSchema = z
  .strictObject({
    commandId: z.uuid().optional(),
    image: z.instanceof(Uint8Array, { error: 'Choose an image first.' }).optional(),
    imageAlt: adCopySchema.shape.imageAlt.optional(),
    remove: z.literal('yes').optional(),
  })
  .refine(({ image, remove }) => image !== undefined || remove !== undefined, {
    path: ['image'],
    message: 'Choose an image first.',
  })

/** What such a form may weigh: the image, and room for the rest. */
export const IMAGE_FORM_BYTES = MAX_IMAGE_BYTES + 64 * 1024
