import { writeRoute } from '@/lib/http/write-route'
import { saveSponsor } from '@/lib/sponsors/commands/save-sponsor'
import { saveSponsorSchema } from '@/lib/sponsors/schema'

/** Saves a company. */
export const PATCH = writeRoute({
  input: saveSponsorSchema,
  run: ({ actor, input, params }) => saveSponsor(actor, { ...input, sponsorId: params.sponsorId ?? '' }),
})
