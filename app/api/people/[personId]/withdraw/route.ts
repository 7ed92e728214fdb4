import { withdrawInvitation } from '@/lib/accounts/commands/withdraw-invitation'
import { bareCommandSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Takes an invitation back. */
export const POST = writeRoute({
  input: bareCommandSchema,
  run: ({ actor, input, params }) => withdrawInvitation(actor, { ...input, personId: params.personId ?? '' }),
})
