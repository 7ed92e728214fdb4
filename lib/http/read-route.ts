import type { UserActor } from '@/lib/accounts/schema'
import { requireActor } from '@/lib/accounts/session'
import { errorResponse, noStore, toAppError } from './error-response'
import { requireUuids } from './write-route'

type Params = Record<string, string>
type Call = { actor: UserActor; params: Params; request: Request }
type Handler = (request: Request, context: { params: Promise<Params | undefined> }) => Promise<Response>

/** Answers a signed-in person's question with JSON that nobody in between keeps; errors as in `writeRoute`. */
export function readRoute<R>(run: (call: Call) => Promise<R>): Handler {
  return routeFor(run, (result) => Response.json(result, { headers: noStore }))
}

/** The same with a file. `type`: its media type, which browsers are told to believe. */
export function fileRoute(
  run: (call: Call) => Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> }>,
): Handler {
  return routeFor(
    run,
    ({ type, bytes }) => new Response(bytes, { headers: { ...noStore, 'content-type': type } }),
  )
}

function routeFor<R>(run: (call: Call) => Promise<R>, answer: (result: R) => Response): Handler {
  return async function handle(request, context) {
    try {
      const actor = await requireActor()
      const params = (await context.params) ?? {}
      requireUuids(params)
      return answer(await run({ actor, params, request }))
    } catch (thrown) {
      return errorResponse(
        toAppError(thrown, { method: request.method, path: new URL(request.url).pathname }),
      )
    }
  }
}
