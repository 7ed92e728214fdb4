import { resendInvitation } from '@/lib/accounts/commands/resend-invitation'
import { bareCommandSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Mails the invitation again. */
export const POST = writeRoute({
  input: bareCommandSchema,
  run: ({ actor, input, params }) => resendInvitation(actor, { ...input, personId: params.personId ?? '' }),
})
