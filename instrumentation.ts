import type { Instrumentation } from 'next'

/** Logs what a page or handler threw, under the id that the server shows the person. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // Next builds this file for its edge runtime too, which we don't use and which has no log.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('@/lib/log/log')
  const { addressForLog } = await import('@/lib/log/address-for-log')
  const errorId = request.headers['x-gleaner-request']
  log().error(
    { errorId, err: error, path: addressForLog(request.path), route: context.routePath },
    'A page or handler failed',
  )
}
