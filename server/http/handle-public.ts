import { issuePath } from '@/lib/render/issue-path'
import type { Answerable, Outcome } from '@/server/cache/kept'
import { sendError } from './answer'
import { answerAsk } from './answer-ask'
import { cacheHeaders } from './cache-control'
import { type Exchange, readsOnly, refuseWrite, type Site } from './exchange'
import { type Fill, fillPage } from './fill'
import { inTurn } from './fill-limits'
import { hubLinks } from './hub-links'
import { fillAddress, type Match, pageAddress } from './match-route'
import type { RequestTarget } from './request-target'
import type { Resolution } from './resolution'
import { resolveRecord } from './resolve-record'
import { commonHeaders, readerPolicy } from './security-headers'

const always = () => ({ ...commonHeaders(), 'Content-Security-Policy': readerPolicy })

function pageOf(match: Match, { type, body, etag, lastModified }: Fill): Answerable {
  const headers = { ...always(), ...cacheHeaders(match.route.keep), ...hubLinks(match) }
  return { status: 200, type, body, headers, etag, ...(lastModified ? { lastModified } : {}) }
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
  if (!match) return { found: 'nothing' }
  const address = fillAddress(match, target.query)
  const fill = await inTurn(match.route.keep?.room ?? 'searches', () => fillPage(site.next, address))
  if (!fill) return { found: 'busy' }
  if (fill.status === 200) return { found: 'answer', answer: pageOf(match, fill) }
  // It was withdrawn or moved after it was resolved: then that is the answer, and not that the page failed.
  const after = await resolveRecord(match, target.path).catch(() => resolution)
  return after.found === 'page' ? { found: 'failure', requestId: fill.requestId } : outcomeOf(after)
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
