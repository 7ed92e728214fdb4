import { writeRoute } from '@/lib/http/write-route'
import { removeSponsor } from '@/lib/sponsors/commands/remove-sponsor'
import { removeSponsorSchema } from '@/lib/sponsors/schema'

/** Takes a company off the lists. */
export const POST = writeRoute({
  input: removeSponsorSchema,
  run: ({ actor, input, params }) => removeSponsor(actor, { ...input, sponsorId: params.sponsorId ?? '' }),
})
