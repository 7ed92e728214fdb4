import { signOutEverywhere } from '@/lib/accounts/commands/sign-out-everywhere'
import { bareCommandSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Ends all sessions of a person. */
export const POST = writeRoute({
  input: bareCommandSchema,
  run: ({ actor, input, params }) => signOutEverywhere(actor, { ...input, personId: params.personId ?? '' }),
})
