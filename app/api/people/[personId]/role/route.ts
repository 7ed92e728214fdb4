import { changeRole } from '@/lib/accounts/commands/change-role'
import { changeRoleSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Changes a person's role. */
export const POST = writeRoute({
  input: changeRoleSchema,
  run: ({ actor, input, params }) => changeRole(actor, { ...input, personId: params.personId ?? '' }),
})
