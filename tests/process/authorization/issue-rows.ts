import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/db'
import { loadDraftText } from '@/lib/draft-text/queries'
import { createIssue } from '@/lib/issues/commands/create-issue'
import { removeIssue } from '@/lib/issues/commands/remove-issue'
import { removeItem } from '@/lib/issues/commands/remove-item'
import { removeSection } from '@/lib/issues/commands/remove-section'
import { skipIssue } from '@/lib/issues/commands/skip-issue'
import { publicationSettings } from '@/lib/publication/queries'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { scheduleIssue } from '@/lib/publishing/commands/schedule-issue'
import { withdrawIssue } from '@/lib/publishing/commands/withdraw-issue'
import { linkFields, makeDraft, tester } from '@/lib/testing/issues'
import { sheetPath } from '@/server/reader/style-sheet'
import type { Call, Row } from './row'

const command = () => ({ commandId: randomUUID() })
type Body = Record<string, unknown>

/** A draft that has everything it needs to go out. */
const aDraft = (body?: () => Body) => ({
  access: 'studio' as const,
  make: async (): Promise<Call> => ({ params: { issueId: (await makeDraft()).id }, body: body?.() ?? {} }),
})
const aPlan = (prepare?: (id: string) => Promise<unknown>) => ({
  access: 'studio' as const,
  make: async (): Promise<Call> => {
    const { id } = await createIssue(tester, { ...command(), as: 'PLANNED' })
    await prepare?.(id)
    return { params: { issueId: id } }
  },
})
const aSection = (body?: () => Body) => ({
  access: 'studio' as const,
  make: async (): Promise<Call> => ({
    params: { sectionId: (await makeDraft()).sectionId },
    body: body?.() ?? {},
  }),
})
const anItem = (body?: (sectionId: string) => Body) => ({
  access: 'studio' as const,
  make: async (): Promise<Call> => {
    const { items, sectionId } = await makeDraft()
    return { params: { itemId: items[0] ?? '' }, body: body?.(sectionId) ?? {} }
  },
})
const aPublished = (after?: (id: string) => Promise<unknown>) => ({
  access: 'studio' as const,
  make: async (): Promise<Call> => {
    const { id } = await makeDraft()
    await publishIssue(tester, { ...command(), id })
    await after?.(id)
    return { params: { issueId: id } }
  },
})

/** A draft as its text stands. */
const aDraftText = () => ({
  access: 'studio' as const,
  make: async (): Promise<Call> => {
    const { id } = await makeDraft()
    return { params: { issueId: id }, body: { text: (await loadDraftText(tester, id)).text } }
  },
})

const save = (fields: Body) => () => ({ version: 0, fields })
const inThreeDays = () => new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 16)

/** The curator's work, and the publication's settings. */
export const issueRows: Record<string, Row> = {
  'POST /api/issues': { access: 'studio' },
  'GET /api/issues/[issueId]': aDraft(),
  'GET /api/issues/[issueId]/checks': aDraft(),
  'POST /api/issues/[issueId]/check-links': aDraft(),
  'PATCH /api/issues/[issueId]': aDraft(save({ title: 'Changed' })),
  'POST /api/issues/[issueId]/presence': {
    ...aDraft(() => ({ view: randomUUID(), at: null })),
    bare: true,
  },
  'POST /api/issues/[issueId]/restore-draft': aDraft(() => ({ before: 1_000_000_000 })),
  'GET /api/issues/[issueId]/draft.md': aDraft(),
  'PUT /api/issues/[issueId]/draft.md': aDraftText(),
  'POST /api/issues/[issueId]/draft-preview': aDraftText(),
  'POST /api/issues/[issueId]/open': aPlan(),
  'POST /api/issues/[issueId]/skip': aPlan(),
  'POST /api/issues/[issueId]/unskip': aPlan((id) => skipIssue(tester, { ...command(), id })),
  'POST /api/issues/[issueId]/date': {
    access: 'studio',
    make: async () => {
      const { id } = await createIssue(tester, { ...command(), as: 'PLANNED' })
      return { params: { issueId: id }, body: { date: '2031-05-04' } }
    },
  },
  'POST /api/publication/section-templates': {
    access: 'studio',
    make: async () => ({ params: {}, body: { title: `Kept ${randomUUID()}`.slice(0, 40), layout: 'list' } }),
  },
  'POST /api/issues/[issueId]/duplicate': aDraft(() => ({ texts: true })),
  'POST /api/issues/[issueId]/remove': aDraft(),
  'POST /api/issues/[issueId]/restore': {
    access: 'studio',
    make: async () => {
      const { id } = await makeDraft()
      return { params: { issueId: id }, body: { ...(await removeIssue(tester, { ...command(), id })) } }
    },
  },
  'POST /api/issues/[issueId]/sections': aDraft(() => ({
    id: randomUUID(),
    title: null,
    layout: 'list',
    place: {},
  })),
  'POST /api/issues/[issueId]/publish': {
    access: 'studio',
    make: async () => {
      const { id: issueId } = await makeDraft()
      // It may have opened a date that another case booked.
      await db().slot.updateMany({ where: { issueId }, data: { state: 'RELEASED' } })
      return { params: { issueId } }
    },
  },
  'POST /api/issues/[issueId]/schedule': aDraft(() => ({ wall: inThreeDays() })),
  'POST /api/issues/[issueId]/unschedule': {
    access: 'studio',
    make: async () => {
      const { id } = await makeDraft()
      await scheduleIssue(tester, { ...command(), id, wall: inThreeDays() })
      return { params: { issueId: id } }
    },
  },
  'POST /api/issues/[issueId]/withdraw': aPublished(),
  'POST /api/issues/[issueId]/reinstate': aPublished((id) => withdrawIssue(tester, { ...command(), id })),
  'PATCH /api/sections/[sectionId]': aSection(save({ title: 'Changed' })),
  'POST /api/sections/[sectionId]/items': aSection(() => ({
    id: randomUUID(),
    fields: linkFields('Another'),
    place: {},
  })),
  'POST /api/sections/[sectionId]/move': aSection(() => ({ place: {} })),
  'POST /api/sections/[sectionId]/remove': aSection(),
  'POST /api/sections/[sectionId]/restore': {
    access: 'studio',
    make: async () => {
      const { sectionId } = await makeDraft()
      const removal = await removeSection(tester, { ...command(), id: sectionId })
      return { params: { sectionId }, body: { ...removal } }
    },
  },
  'PATCH /api/items/[itemId]': anItem(() => ({ version: 0, fields: { headline: 'Changed' } })),
  'POST /api/items/[itemId]/move': anItem((sectionId) => ({ sectionId, place: {} })),
  'POST /api/items/[itemId]/remove': anItem(),
  'POST /api/items/[itemId]/restore': {
    access: 'studio',
    make: async () => {
      const id = (await makeDraft()).items[0] ?? ''
      const removal = await removeItem(tester, { ...command(), id })
      return { params: { itemId: id }, body: { ...removal } }
    },
  },
  'PATCH /api/publication': {
    access: 'studio',
    single: true,
    make: async () => {
      const { version } = await publicationSettings(tester)
      return { body: { version, fields: { tagline: `Links ${randomUUID()}` } } }
    },
  },
  'POST /api/publication/remove-demo': {
    access: 'owner',
    make: async () => {
      await db().publication.updateMany({ data: { isDemo: true } })
      return {}
    },
  },
  // Leads on to the issues.
  'GET /admin': { access: 'studio', ok: 307 },
  'GET /admin/issues': { access: 'studio' },
  'GET /admin/issues/calendar': { access: 'studio' },
  'GET /api/topics/suggested': { access: 'studio' },
  'GET /admin/issues/[id]': {
    access: 'studio',
    make: async () => ({ params: { id: (await makeDraft()).id } }),
  },
  'GET /admin/issues/[id]/text': {
    access: 'studio',
    make: async () => ({ params: { id: (await makeDraft()).id } }),
  },
  'GET /admin/issues/[id]/versions': {
    access: 'studio',
    make: async () => ({ params: { id: (await makeDraft()).id } }),
  },
  'GET /admin/audit': { access: 'studio' },
  'GET /admin/issues/[id]/history': {
    access: 'studio',
    make: async () => {
      const { id } = await makeDraft()
      await publishIssue(tester, { ...command(), id })
      return { params: { id } }
    },
  },
  'GET /admin/settings': { access: 'studio' },
  'GET /admin/[...rest]': {
    access: 'studio',
    ok: 404,
    make: async () => ({ params: { '...rest': 'nothing/here' } }),
  },
  'GET /preview/[issueId]': aDraft(),
}

/** What readers read: whoever they are, the same. */
export const readerRows: Record<string, Row> = {
  'GET /': { access: 'anyone' },
  'GET /issues': { access: 'anyone' },
  'GET /issues/[slug]/card.png': { access: 'anyone', ...published() },
  'GET /card.png': { access: 'anyone' },
  'GET /icon.png': { access: 'anyone' },
  'GET /admin/icons/[icon].png': { access: 'anyone', path: '/admin/icons/192.png' },
  'GET /sources.opml': { access: 'anyone' },
  'GET /sitemap.xml': { access: 'anyone' },
  'GET /sitemaps/[part].xml': { access: 'anyone', path: '/sitemaps/pages-1.xml' },
  'GET /icon.svg': { access: 'anyone' },
  'GET /robots.txt': { access: 'anyone' },
  'GET /issues/[slug]': { access: 'anyone', ...published() },
  'GET /issues/[slug].json': { access: 'anyone', ...published() },
  'GET /issues/[slug].md': { access: 'anyone', ...published() },
  'GET /reader-[hash].css': { access: 'anyone', path: sheetPath },
}

function published() {
  return {
    make: async (): Promise<Call> => {
      const { id, slug } = await makeDraft()
      await publishIssue(tester, { ...command(), id })
      return { params: { slug } }
    },
  }
}
