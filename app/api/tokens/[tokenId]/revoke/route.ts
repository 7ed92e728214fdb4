import { revokeToken } from '@/lib/accounts/commands/revoke-token'
import { bareCommandSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Ends one of one's own tokens. */
export const POST = writeRoute({
  input: bareCommandSchema,
  run: ({ actor, input, params }) => revokeToken(actor, { ...input, tokenId: params.tokenId ?? '' }),
})
