import { drawCard } from '@/lib/cards/draw-card'
import { issueCard, publicationCard } from '@/lib/cards/rules'
import { env } from '@/lib/env/env'
import { readPublication } from '@/lib/publication/queries'
import type { Asked, MadeFile } from '@/server/reader/made'
import { readDocument } from './issue-files'

const pngFile = (body: Buffer): MadeFile => ({ type: 'image/png', body })

/** `/issues/SLUG/card.png`: what is shown of an issue whose address was shared. */
export async function makeIssueCard(asked: Asked): Promise<MadeFile> {
  const [document, publication] = await Promise.all([readDocument(asked), readPublication()])
  return pngFile(await drawCard(issueCard(publication, document, env().APP_URL)))
}

/** `/card.png`: what is shown of a page that was shared and has no card of its own. */
export async function makeCard(): Promise<MadeFile> {
  return pngFile(await drawCard(publicationCard(await readPublication(), env().APP_URL)))
}
