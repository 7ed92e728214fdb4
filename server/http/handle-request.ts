import type { IncomingMessage, ServerResponse } from 'node:http'
import { addressForLog } from '@/lib/log/address-for-log'
import { logError } from '@/lib/log/log'
import { handleStream } from '@/server/desk/handle-stream'
import { sendError } from './answer'
import { answerKept } from './answer-kept'
import { type Exchange, type Site, sendFailure } from './exchange'
import { handleAppearance } from './handle-appearance'
import { answerGo, handleGo } from './handle-go'
import { handleMedia } from './handle-media'
import { handleFramed, handlePrivate } from './handle-private'
import { handlePublic } from './handle-public'
import { type Match, matchRoute } from './match-route'
import { answerProbe, isProbe } from './probes'
import { parseTarget } from './request-target'

/** What Next's tools ask for while developing lies outside the table. */
function matchDevelopment(path: string): Match | null {
  return /^\/(_next|__nextjs)/.test(path) ? { route: { kind: 'asset', path }, params: {} } : null
}

async function route(exchange: Exchange): Promise<void> {
  const { site, request, response } = exchange
  const target = parseTarget(request.url ?? '')
  if (!target) return sendError(request, response, 400)
  if (isProbe(target.path)) return answerProbe(target.path, site, request, response)
  const match = matchRoute(target.path) ?? (site.dev ? matchDevelopment(target.path) : null)
  if (!match || match.route.kind === 'reader') return handlePublic(exchange, match, target)
  if (match.route.kind === 'go') return handleGo(exchange, match.params.id ?? '')
  if (match.route.kind === 'media') return handleMedia(exchange, match.route, match.params.hash ?? '')
  if (match.route.kind === 'appearance') return handleAppearance(exchange, target.path)
  if (match.route.kind === 'stream') return handleStream(exchange, match.params.id ?? '', target)
  if (match.route.kind === 'framed') return handleFramed(exchange, target)
  return handlePrivate(exchange, match.route)
}

/** Answers one request; whatever goes wrong, in words and with an id that the log has. */
export function handleRequest(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> | null {
  const isAnswered = answerGo(site, request, response) || answerKept(site, request, response)
  return isAnswered ? null : handleOther(site, request, response)
}

async function handleOther(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const exchange = { site, request, response }
  try {
    await route(exchange)
  } catch (error) {
    const errorId = logError(error, { method: request.method, url: addressForLog(request.url) })
    if (response.headersSent) response.destroy()
    else await sendFailure(exchange, errorId)
  }
}
