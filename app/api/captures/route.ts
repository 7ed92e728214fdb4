import { addCaptures } from '@/lib/captures/commands/add-captures'
import { listCaptures } from '@/lib/captures/queries'
import { addCaptureSchema, captureFilterSchema } from '@/lib/captures/schema'
import { readRoute } from '@/lib/http/read-route'
import { writeRoute } from '@/lib/http/write-route'

/** A page of the inbox, or of what was put off, placed or discarded. */
export const GET = readRoute(({ actor, request }) => {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  return listCaptures(actor, captureFilterSchema.parse(query))
})

/** Brings one link into the inbox. */
export const POST = writeRoute({
  input: addCaptureSchema,
  run: ({ actor, input: { commandId, ...capture } }) =>
    addCaptures(actor, { commandId, captures: [capture] }),
})
