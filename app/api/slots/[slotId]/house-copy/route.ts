import { bareCommandSchema } from '@/lib/accounts/schema'
import { writeRoute } from '@/lib/http/write-route'
import { runHouseCopy } from '@/lib/sponsors/commands/run-house-copy'

/** Runs house copy in place of the sponsor. */
export const POST = writeRoute({
  input: bareCommandSchema,
  run: ({ actor, input, params }) => runHouseCopy(actor, { ...input, slotId: params.slotId ?? '' }),
})
