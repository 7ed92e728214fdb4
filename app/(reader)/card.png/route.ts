import { connection } from 'next/server'
import { drawCard } from '@/lib/cards/draw-card'
import { publicationCard } from '@/lib/cards/rules'
import { env } from '@/lib/env/env'
import { pngResponse } from '@/lib/http/png-response'
import { readPublication } from '@/lib/publication/queries'

/** `/card.png`: what is shown of a page that was shared and has no card of its own. */
export async function GET(): Promise<Response> {
  await connection()
  const publication = await readPublication()
  return pngResponse(await drawCard(publicationCard(publication, env().APP_URL)))
}
