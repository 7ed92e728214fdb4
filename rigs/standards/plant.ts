import { db } from '@/lib/db/db'
import type { DocumentItem, IssueDocument } from '@/lib/document/schema'
import { makePublication } from '@/lib/testing/issues'
import { makeDocument, makeItem, makeSection, makeSponsor } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { openStorefront } from '@/lib/testing/storefront'
import { makeSuggestion, openSuggestions } from '@/lib/testing/suggestions'

/** More than a list of one topic, author or site shows on its first page. */
const MANY = 60

/** What goes with its site, author and topic on pages of its own. */
const often = (index: number) =>
  makeItem({
    headline: `Tide ${index + 1}`,
    url: `https://tide.example/${index}`,
    byline: 'Mara Lind — Harbour Office',
    topics: ['Tides'],
  })

/** An item of each kind, with all that it can hold, in several languages. */
const kinds: DocumentItem[] = [
  makeItem({
    headline: 'Everything at once',
    links: [{ label: 'Slides', url: 'https://tide.example/slides' }],
    blurb:
      'Two paragraphs, *stressed* and **bold**, with `code`.\n\n> A quote\n>\n> — Bo\n\n- a\n- b\n\n' +
      '| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nconst tide = await fetch("https://tide.example/a/long/line/of/code")\n```',
    byline: 'Ada Moor — Harbour Office',
    credit: 'Thanks to [Di](https://di.example/) for this one.',
    disclosure: 'Full disclosure: I work at the harbour.',
  }),
  makeItem({ headline: null, blurb: 'A link without a headline.' }),
  makeItem({ kind: 'note', headline: null, url: null, blurb: 'A note with a [link](https://a.example/).' }),
  makeItem({ kind: 'quote', headline: null, url: null, blurb: 'The sea is never full.\n\n— Qoheleth' }),
  makeItem({ headline: 'Supercalifragilistic'.repeat(6), url: `https://${'a'.repeat(60)}.example/` }),
  makeItem({ headline: 'موجات الليل', lang: 'ar', blurb: 'كيف يعدّ المرفأ *أمواجه* مع GitHub.' }),
  makeItem({ headline: 'גלים בלילה', blurb: 'A blurb in English.' }),
  makeItem({ headline: '夜の波', lang: 'ja', blurb: '港が*波*を数える方法。' }),
  makeItem({ headline: 'No address to follow', url: 'javascript:alert(1)' }),
]

const rows = [
  makeItem({ headline: 'Ferry', url: 'https://ferry.example/', blurb: 'Late all day.' }),
  makeItem({ headline: 'Lighthouse', url: 'https://light.example/', blurb: '' }),
]

function publish(number: number, date: string, rest: Parameters<typeof makeDocument>[0]) {
  const publishedAt = `${date}T20:00:00.000Z`
  const issue = { number, slug: `issue-${number}`, title: `Tide Table Issue #${number}`, date }
  const document: IssueDocument = makeDocument({
    ...rest,
    issue: { ...issue, publishedAt, updatedAt: publishedAt, ...rest?.issue },
  })
  return makePublishedIssue(document)
}

/** The issue that is weighed: fifteen items, as a week has them. */
export const WEIGHED = '/issues/issue-3'

const SUGGESTED = 'planted'

/** Addresses of the issues that are planted, and what no page leads to. */
export const planted = [1, 2, 3, 4].map((number) => `/issues/issue-${number}`).concat(`/suggest/${SUGGESTED}`)

/** Fills the archive with what readers' pages can hold. */
export async function plantPages(): Promise<void> {
  await makePublication()
  await db().publication.updateMany({
    data: { footer: '© [Tide Table](https://tide.example/)', tagline: 'Links about the sea' },
  })
  await openStorefront()
  await openSuggestions()
  await makeSuggestion(SUGGESTED)
  const many = Array.from({ length: MANY }, (_, index) => often(index))
  await publish(1, '2019-03-03', { sections: [makeSection({ items: many })] })
  const correction = 'A *date* was wrong.'
  await publish(2, '2021-03-07', {
    issue: { intro: 'Welcome to **all**.', outro: 'Until Sunday.', correction },
    sponsors: [
      makeSponsor(),
      makeSponsor(),
      makeSponsor({ at: 'bottom', label: 'From our sponsor, Tar', sponsor: 'Tar' }),
    ],
    sections: [
      makeSection({ items: kinds }),
      makeSection({ title: 'Outages', layout: 'list', items: rows }),
      makeSection({ title: null, items: [makeItem({ headline: 'Untitled' })] }),
    ],
  })
  const week = Array.from({ length: 15 }, (_, index) =>
    makeItem({ headline: `Counting the waves of week ${index}`, url: `https://site-${index}.example/post` }),
  )
  await publish(3, '2026-03-01', { sponsors: [makeSponsor()], sections: [makeSection({ items: week })] })
  await publish(4, '2026-02-22', {
    issue: { lang: 'ar', dir: 'rtl', title: 'جدول المد، العدد ٤' },
    sections: [makeSection({ title: 'مقالات', items: [makeItem({ headline: 'مد وجزر' })] })],
  })
}
