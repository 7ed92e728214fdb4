import { randomUUID } from 'node:crypto'
import { feedFormats } from '@/lib/render/feed/formats'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import type { Call, Row } from './row'

/** The feeds of a page, one in each format. */
const feeds = (page: string, row: Omit<Row, 'access'> = {}): Record<string, Row> =>
  Object.fromEntries(
    Object.values(feedFormats).map(({ file }) => [`GET ${page}/${file}`, { access: 'anyone', ...row }]),
  )

/** What readers find things by, and what they follow. */
export const findingRows: Record<string, Row> = {
  'GET /issues/year/[year]': { access: 'anyone', ...found() },
  'GET /items/[item]': { access: 'anyone', ...found() },
  'GET /follow': { access: 'anyone' },
  'GET /search': { access: 'anyone' },
  'GET /topics': { access: 'anyone', ...found() },
  'GET /topics/[term]': { access: 'anyone', ...found('waves') },
  'GET /topics/[term]/after/[item]': { access: 'anyone', ...found('waves') },
  'GET /authors/[term]': { access: 'anyone', ...found('mara-lind') },
  'GET /authors/[term]/after/[item]': { access: 'anyone', ...found('mara-lind') },
  'GET /sites/[term]': { access: 'anyone', ...found('tides.example') },
  'GET /sites/[term]/after/[item]': { access: 'anyone', ...found('tides.example') },
  ...feeds(''),
  ...feeds('/items'),
  ...feeds('/topics/[term]', found('waves')),
  ...feeds('/authors/[term]', found('mara-lind')),
  ...feeds('/sites/[term]', found('tides.example')),
  ...feeds('/sections/[term]', found('articles')),
  ...feeds('/search'),
}

function found(term = '') {
  return {
    make: async (): Promise<Call> => {
      const item = makeItem({ topics: ['Waves'], byline: 'Mara Lind' })
      const issue = { slug: `found-${randomUUID()}`, number: null, date: '1971-03-01' }
      const document = makeDocument({ issue, sections: [makeSection({ items: [item] })] })
      await makePublishedIssue(document, { removedAt: new Date() })
      return { params: { item: item.id, year: '1971', term } }
    },
  }
}
