import { findToken } from '@/lib/accounts/queries/find-token'
import type { TokenKind, UserActor } from '@/lib/accounts/schema'
import { AppError } from '@/lib/errors/app-error'
import { errorResponse, noStore, toAppError } from './error-response'

type Params = Record<string, string>
type Call = { actor: UserActor; token: string; params: Params }
type Context = { params: Promise<Params | undefined> }

/**
 * A file at an address that holds a personal token, for programs that can be given nothing but an address. Kept by
 * nobody in between, found by no search engine.
 */
export function secretRoute(
  kind: TokenKind,
  run: (call: Call) => Promise<{ type: string; text: string } | null>,
) {
  return async function handle(request: Request, context: Context): Promise<Response> {
    try {
      const { token = '', ...params } = (await context.params) ?? {}
      const found = await findToken(kind, token)
      const file = found && (await run({ actor: found.actor, token, params }))
      if (!file) throw new AppError('not_found', 'There is nothing at this address, or not any more.')
      const headers = {
        ...noStore,
        'x-robots-tag': 'noindex, nofollow',
        'content-type': `${file.type}; charset=utf-8`,
      }
      return new Response(file.text, { headers })
    } catch (thrown) {
      return errorResponse(toAppError(thrown, { method: request.method }))
    }
  }
}
