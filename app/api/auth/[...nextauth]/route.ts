import type { NextRequest } from 'next/server'
import { finishProvider } from '@/lib/accounts/provider-flow'
import { configuredProviders } from '@/lib/accounts/providers'
import { describeFlow, setFlowCookies } from '@/lib/accounts/session-response'
import { notFound } from '@/lib/errors/app-error'
import { errorResponse } from '@/lib/http/error-response'
import { seeOther } from '@/lib/http/write-route'

/**
 * Where GitHub and Google send a browser back to: `/api/auth/callback/github`. The only thing of next-auth's that is
 * reachable; signing in begins, and sessions end, at addresses of ours.
 */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const [action, name, ...rest] = (await params).nextauth
  const provider = configuredProviders().find((configured) => configured === name)
  if (action !== 'callback' || !provider || rest.length > 0) return errorResponse(notFound('address'))
  const answer = await finishProvider(
    await describeFlow(),
    provider,
    Object.fromEntries(request.nextUrl.searchParams),
  )
  await setFlowCookies(answer)
  return seeOther(answer.location)
}

/** A HEAD, which Next would answer by GET, must not use up what the provider sent. */
export function HEAD(): Response {
  return new Response(null, { status: 405, headers: { allow: 'GET' } })
}
