import type { UserActor } from '@/lib/accounts/schema'
import { requireActor } from '@/lib/accounts/session'
import { errorResponse, noStore, toAppError } from './error-response'
import { requireUuids } from './write-route'

type Params = Record<string, string>

/** Answers a signed-in person's question with JSON that nobody in between keeps; errors as in `writeRoute`. */
export function readRoute<R>(
  run: (call: { actor: UserActor; params: Params; request: Request }) => Promise<R>,
) {
  return async function handle(
    request: Request,
    context: { params: Promise<Params | undefined> },
  ): Promise<Response> {
    try {
      const actor = await requireActor()
      const params = (await context.params) ?? {}
      requireUuids(params)
      return Response.json(await run({ actor, params, request }), { headers: noStore })
    } catch (thrown) {
      return errorResponse(
        toAppError(thrown, { method: request.method, path: new URL(request.url).pathname }),
      )
    }
  }
}
