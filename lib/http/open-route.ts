import { anyOrigin } from './token-route'

/** A description that is the same for everybody, as JSON, for any page to read. */
export function openRoute(make: () => unknown) {
  return (): Response => Response.json(make(), { headers: anyOrigin })
}
