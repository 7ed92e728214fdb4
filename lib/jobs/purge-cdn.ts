import { env } from '@/lib/env/env'

const LIMIT_MS = 10_000

/** `Name: value` as an object; the schema of the environment has checked its form. */
function headerOf(line: string | undefined): Record<string, string> {
  const [, name, value] = /^([^:]+): *(.*)$/.exec(line ?? '') ?? []
  return name && value ? { [name]: value } : {}
}

/**
 * Calls the operator's CDN to forget what it has of ours. The call is the operator's own, as the mail server is, so it
 * may go to a private network. A redirect is not followed: the header says who we are.
 * @throws Error when it isn't taken, and then it is tried again
 */
export async function purgeCdn(): Promise<void> {
  const { CDN_PURGE_URL, CDN_PURGE_METHOD, CDN_PURGE_HEADER, CDN_PURGE_BODY } = env()
  if (!CDN_PURGE_URL) return
  const type: Record<string, string> = CDN_PURGE_BODY ? { 'content-type': 'application/json' } : {}
  const response = await fetch(CDN_PURGE_URL, {
    method: CDN_PURGE_METHOD,
    headers: { ...type, ...headerOf(CDN_PURGE_HEADER) },
    body: CDN_PURGE_BODY ?? null,
    redirect: 'manual',
    signal: AbortSignal.timeout(LIMIT_MS),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`The CDN answered ${response.status}`)
}
