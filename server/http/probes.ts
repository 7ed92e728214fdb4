import type { IncomingMessage, ServerResponse } from 'node:http'
import { pgPool } from '@/lib/db/pool'
import { sendAnswer } from './answer'

/** Whether the database can be asked anything just now. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await pgPool().query('SELECT 1')
    return true
  } catch {
    return false
  }
}

export const isProbe = (path: string): boolean => path === '/api/health' || path === '/api/ready'

/** Answers `/api/health` (this process is up) and `/api/ready` (database and jobs are, too, and news of publications are heard). */
export async function answerProbe(
  path: string,
  { jobsRunning, hears }: { jobsRunning: () => boolean; hears: () => boolean },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const state =
    path === '/api/ready' ? { database: await databaseAnswers(), jobs: jobsRunning(), news: hears() } : {}
  const ok = Object.values(state).every(Boolean)
  const body = Buffer.from(`${JSON.stringify({ status: ok ? 'ok' : 'unavailable', ...state })}\n`)
  const headers = { 'Cache-Control': 'no-store' }
  await sendAnswer(request, response, { status: ok ? 200 : 503, headers, type: 'application/json', body })
}
