import { randomUUID } from 'node:crypto'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import type { Call, Row } from './row'

/** What readers find things by. */
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
