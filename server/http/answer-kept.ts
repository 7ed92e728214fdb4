import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Site } from './exchange'
import { isTarget } from './request-target'
import { sendKept } from './send-kept'

/**
 * Answers with a page that is kept, and says whether it did. Without a promise: Next watches every one of this process,
 * and four of them cost more than all the rest. Finds pages at the one spelling of their address, whatever query is
 * behind it where none means anything, which mail programs add to; others are found the longer way.
 */
export function answerKept(site: Site, request: IncomingMessage, response: ServerResponse): boolean {
  const { url = '', method } = request
  if (method !== 'GET' && method !== 'HEAD') return false
  const mark = url.indexOf('?')
  const kept = site.cache.atOnce(mark === -1 ? url : url.slice(0, mark))
  if (!kept) return false
  if (mark !== -1 && (kept.ask.route?.query !== undefined || !isTarget(url))) return false
  sendKept(site.cache, request, response, kept)
  return true
}
