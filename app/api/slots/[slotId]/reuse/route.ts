import { randomUUID } from 'node:crypto'
import { writeRoute } from '@/lib/http/write-route'
import { reuseCopy } from '@/lib/sponsors/commands/reuse-copy'
import { reuseCopySchema } from '@/lib/sponsors/schema'

/** Fills the slot with what the company ran before. */
export const POST = writeRoute({
  input: reuseCopySchema,
  run: ({ actor, input, params }) =>
    reuseCopy(actor, {
      ...input,
      commandId: input.commandId ?? randomUUID(),
      slotId: params.slotId ?? '',
    }),
})
