import { readerSheet } from 'gleaner:reader-sheet'
import { createHash } from 'node:crypto'
import { notFound } from '@/lib/errors/app-error'
import { type Asked, type MadeFile, textFile } from './made'

const hash = createHash('sha256').update(readerSheet).digest('base64url').slice(0, 10)

/** Where the style sheet of readers' pages is; another one has another address. */
export const sheetPath = `/reader-${hash}.css`

const file = textFile(readerSheet, 'text/css')

/** `/reader-HASH.css`, whatever the database does. @throws AppError not_found for that of another version */
export async function makeStyleSheet({ params }: Asked): Promise<MadeFile> {
  if (params.hash !== hash) throw notFound('style sheet')
  return file
}
