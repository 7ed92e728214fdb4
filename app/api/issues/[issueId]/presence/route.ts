import { writeRoute } from '@/lib/http/write-route'
import { sayWhere } from '@/lib/presence/commands/say-where'
import { sayWhereSchema } from '@/lib/presence/schema'

export const POST = writeRoute({
  input: sayWhereSchema,
  run: ({ actor, input, params }) => sayWhere(actor, { ...input, issueId: params.issueId ?? '' }),
})
