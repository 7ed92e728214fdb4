import { z } from 'zod'
import { withdrawInvitation } from '@/lib/accounts/commands/withdraw-invitation'
import { writeRoute } from '@/lib/http/write-route'

/** Takes an invitation back. */
export const POST = writeRoute({
  input: z.strictObject({}),
  run: ({ actor, params }) => withdrawInvitation(actor, { personId: params.personId ?? '' }),
})
