import type { Ask } from '@/server/cache/kept'
import { sendError } from './answer'
import { type Exchange, sendFailure } from './exchange'
import { sendPacked } from './send-kept'

/** Answers with what is at an address, kept or made now; in words where there is nothing. */
export async function answerAsk(exchange: Exchange, ask: Ask): Promise<void> {
  const { site, request, response } = exchange
  const asked = await site.cache.ask(ask)
  switch (asked.found) {
    case 'kept':
      return sendPacked(site.cache, request, response, asked.kept)
    case 'gone':
      return sendError(request, response, 410)
    case 'nothing':
      return sendError(request, response, 404)
    case 'busy':
      return sendError(request, response, 503, { headers: { 'Retry-After': '2' } })
    case 'failure':
      return sendFailure(exchange, asked.errorId)
  }
}
