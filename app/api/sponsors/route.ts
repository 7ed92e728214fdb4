import { writeRoute } from '@/lib/http/write-route'
import { createSponsor } from '@/lib/sponsors/commands/create-sponsor'
import { createSponsorSchema } from '@/lib/sponsors/schema'

/** Adds a company. */
export const POST = writeRoute({
  input: createSponsorSchema,
  run: ({ actor, input }) => createSponsor(actor, input),
})
