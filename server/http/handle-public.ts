import { createHash } from 'node:crypto'
import { AppError } from '@/lib/errors/app-error'
import { addressForLog } from '@/lib/log/address-for-log'
import { logError } from '@/lib/log/log'
import { issuePath } from '@/lib/render/issue-path'
import type { Answerable, Outcome } from '@/server/cache/kept'
import type { MadeFile } from '@/server/reader/made'
import { sendError } from './answer'
import { answerAsk } from './answer-ask'
import { cacheHeaders } from './cache-control'
import { type Exchange, readsOnly, refuseWrite, type Site } from './exchange'
import { hubLinks } from './hub-links'
import { inTurn } from './making-limits'
import { askedOf, type Match, pageAddress } from './match-route'
import type { RequestTarget } from './request-target'
import type { Resolution } from './resolution'
import { resolveRecord } from './resolve-record'
import { commonHeaders, readerPolicy } from './security-headers'

const always = () => ({ ...commonHeaders(), 'Content-Security-Policy': readerPolicy })

function pageOf(match: Match, { type, body }: MadeFile): Answerable {
  const headers = { ...always(), ...cacheHeaders(match.route.keep), ...hubLinks(match) }
  // Weak: the same for the body as it is and for the body compressed (RFC 9110, 8.8.1).
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return { status: 200, type, body, headers, etag }
}

function leadingOn(to: string): Answerable {
  const headers = { ...always(), 'Cache-Control': 'no-cache', Location: to }
  return { status: 301, type: 'text/plain', body: Buffer.from('Moved\n'), headers }
}

const outcomeOf = (resolution: Exclude<Resolution, { found: 'page' }>): Outcome =>
  resolution.found === 'moved' ? { found: 'answer', answer: leadingOn(resolution.to) } : resolution

/** Finds what is at a public address, with nothing of whoever asks. */
async function load(site: Site, match: Match | null, target: RequestTarget): Promise<Outcome> {
  const resolution = await resolveRecord(match, target.path)
  if (resolution.found !== 'page') return outcomeOf(resolution)
  const making = match?.route.make
  if (!match || !making) return { found: 'nothing' }
  const asked = askedOf(match, target.query)
  const made = inTurn(match.route.keep?.room ?? 'searches', () => site.make(making, asked))
  if (!made) return { found: 'busy' }
  try {
    return { found: 'answer', answer: pageOf(match, await made) }
  } catch (error) {
    // It was withdrawn or moved after it was resolved: then that is the answer, and not that the page failed.
    const after = await resolveRecord(match, target.path).catch(() => resolution)
    if (after.found !== 'page') return outcomeOf(after)
    if (error instanceof AppError && error.code === 'not_found') return { found: 'nothing' }
    return { found: 'failure', errorId: logError(error, { path: addressForLog(target.path) }) }
  }
}

/** Whether that is known without asking, and so while the database is away too. */
function isWithdrawn({ standing }: Site, match: Match | null): boolean {
  if (match?.route.resolve !== 'issue') return false
  return standing.known.withdrawn.has(issuePath(decodeURIComponent(match.params.slug ?? '')))
}

/**
 * Answers public addresses, and all that the table doesn't have: a page, where it has moved, that it was withdrawn, or
 * that there is none.
 */
export async function handlePublic(
  exchange: Exchange,
  match: Match | null,
  target: RequestTarget,
): Promise<void> {
  const { site, request, response } = exchange
  if (!readsOnly(exchange)) return match ? refuseWrite(exchange) : sendError(request, response, 404)
  if (isWithdrawn(site, match)) return sendError(request, response, 410)
  return answerAsk(exchange, {
    address: match ? pageAddress(match, target.query) : target.path,
    route: match?.route ?? null,
    load: () => load(site, match, target),
  })
}
