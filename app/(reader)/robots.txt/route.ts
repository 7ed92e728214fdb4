import { connection } from 'next/server'
import { env } from '@/lib/env/env'
import { textResponse } from '@/lib/http/text-response'

/** `/robots.txt`: all that readers may read may be crawled; the rest asks for a sign-in anyway. */
export async function GET(): Promise<Response> {
  await connection()
  const lines = [
    'User-agent: *',
    'Disallow: /admin/',
    'Disallow: /api/',
    '',
    `Sitemap: ${env().APP_URL}/sitemap.xml`,
  ]
  return textResponse(`${lines.join('\n')}\n`, 'text/plain')
}
