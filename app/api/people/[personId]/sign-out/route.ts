import { z } from 'zod'
import { signOutEverywhere } from '@/lib/accounts/commands/sign-out-everywhere'
import { writeRoute } from '@/lib/http/write-route'

/** Ends all sessions of a person. */
export const POST = writeRoute({
  input: z.strictObject({}),
  run: ({ actor, params }) => signOutEverywhere(actor, { personId: params.personId ?? '' }),
})
