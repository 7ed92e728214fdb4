import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PageCache } from '@/server/cache/page-cache'
import type { Standing } from '@/server/cache/standing'
import type { ClickCounter } from '@/server/clicks/click-counter'
import type { DeskHub } from '@/server/desk/desk-hub'
import type { Make } from '@/server/reader/makers'
import { sendError } from './answer'
import { databaseAnswers } from './probes'
import type { Handler } from './request-framed'

/** What answers requests. */
export type Site = {
  /** Studio, portal, proofs and handlers. */
  next: Handler
  /** Readers' pages and files. */
  make: Make
  dev: boolean
  clicks: ClickCounter
  /** What is published, and the pages that are kept of it. */
  standing: Standing
  cache: PageCache
  /** The issues that are open in browsers. */
  desk: DeskHub
  jobsRunning: () => boolean
  /** Whether publications elsewhere are heard of. */
  hears: () => boolean
}

/** One request, and the answer to be given. */
export type Exchange = { site: Site; request: IncomingMessage; response: ServerResponse }

/** Whether the method only reads. */
export function readsOnly({ request }: Exchange): boolean {
  return request.method === 'GET' || request.method === 'HEAD'
}

/** Refuses a method that writes, where only reading is possible. */
export function refuseWrite({ request, response }: Exchange): Promise<void> {
  return sendError(request, response, 405, { headers: { Allow: 'GET, HEAD' } })
}

/**
 * Answers that something failed, and whether it is worth trying again: while the database is away everything fails,
 * and nothing is broken.
 */
export async function sendFailure({ request, response }: Exchange, errorId: string): Promise<void> {
  if (await databaseAnswers()) return sendError(request, response, 500, { errorId })
  return sendError(request, response, 503, { errorId, headers: { 'Retry-After': '10' } })
}
