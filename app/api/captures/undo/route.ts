import { undoMove } from '@/lib/captures/commands/undo-move'
import { undoMoveSchema } from '@/lib/captures/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Takes a command of the inbox back. */
export const POST = writeRoute({ input: undoMoveSchema, run: ({ actor, input }) => undoMove(actor, input) })
