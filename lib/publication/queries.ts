import { db } from '@/lib/db/db'
import { type PublicationView, publicationViewSchema } from './schema'

/** What a page shows before anyone has set the publication up. */
const unnamed: PublicationView = {
  name: 'Gleaner',
  tagline: '',
  lang: 'en',
  dir: 'ltr',
  zone: 'UTC',
  footer: '',
  accentLight: null,
  accentDark: null,
}

/** The publication as readers' pages and feeds need to know it. */
export async function readPublication(): Promise<PublicationView> {
  const select = {
    name: true,
    tagline: true,
    lang: true,
    dir: true,
    zone: true,
    footer: true,
    accentLight: true,
    accentDark: true,
  } as const
  const row = await db().publication.findUnique({ where: { id: 1 }, select })
  return row ? publicationViewSchema.parse(row) : unnamed
}
