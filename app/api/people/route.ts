import { invitePerson } from '@/lib/accounts/commands/invite-person'
import { inviteSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Invites a person. */
export const POST = writeRoute({
  input: inviteSchema,
  run: ({ actor, input }) => invitePerson(actor, input),
})
