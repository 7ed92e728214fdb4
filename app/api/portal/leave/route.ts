import { z } from 'zod'
import { contactRoute } from '@/lib/http/write-route'
import { forgetLink } from '@/lib/sponsors/portal'

/** Forgets the capability link in this browser; for a computer that others use. */
export const POST = contactRoute({
  input: z.strictObject({ commandId: z.uuid().optional() }),
  run: async () => {
    await forgetLink()
    return { left: true }
  },
  back: () => '/sponsor/left',
})
