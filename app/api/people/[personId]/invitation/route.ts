import { z } from 'zod'
import { resendInvitation } from '@/lib/accounts/commands/resend-invitation'
import { writeRoute } from '@/lib/http/write-route'

/** Mails the invitation again. */
export const POST = writeRoute({
  input: z.strictObject({}),
  run: ({ actor, params }) => resendInvitation(actor, { personId: params.personId ?? '' }),
})
