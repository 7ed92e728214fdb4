import { textResponse } from '@/lib/http/text-response'

/** `/robots.txt`: all that readers may read may be crawled; the rest asks for a sign-in anyway. */
export function GET(): Response {
  return textResponse('User-agent: *\nDisallow: /admin/\nDisallow: /api/\n', 'text/plain')
}
