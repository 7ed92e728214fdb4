import type { Actor } from '@/lib/accounts/schema'
import { findTwins, findWaiting, type WaitingCapture } from '@/lib/captures/waiting'
import { today } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { findKnownLinks } from '@/lib/links/queries'
import { type CanonicalLink, cleanAddress } from '@/lib/links/rules'
import { readExemptHosts } from '@/lib/publication/queries'
import { findInDrafts } from './find-drafts'
import { findAuthors, findHost, repeatsIn } from './find-habits'
import { findNear } from './find-near'
import { findSent, sentUnder } from './find-sent'
import { canAskMemory } from './policy'
import { rankNotes } from './rules'
import type { Note, Recalled, RecalledCaptures, RecallInput } from './schema'
import { tellingPart } from './telling-part'
import { linkToAsk, notesOfSent } from './told-of-sent'

function authorizeAsking(actor: Actor): void {
  if (!canAskMemory(actor))
    throw new AppError('forbidden', 'Only owners and editors ask what was sent before.')
}

const noteOfCapture = ({ id, url, title, capturedAt, laterUntil }: WaitingCapture) => ({
  kind: 'inbox' as const,
  captureId: id,
  title: title || url,
  capturedAt: capturedAt.toISOString(),
  laterUntil,
})

const noteOfTwin = (capture: WaitingCapture): Note => ({ ...noteOfCapture(capture), isTwin: true })

/** `wasSent`: whether it was, also where nothing is told of it. */
type RecalledLink = { notes: Note[]; wasSent: boolean }

async function recallLink(link: CanonicalLink, asked: RecallInput, date: string): Promise<RecalledLink> {
  const { itemId, captureId, issueId: except } = asked
  const known = (await findKnownLinks([link])).get(link.canonical)
  const canonicals = known?.canonicals ?? [link.canonical]
  // What is known by several addresses has no piece that all of them hold.
  const telling = canonicals.length === 1 ? tellingPart(link.canonical) : ''
  const [sent, waiting, drafts, hosts] = await Promise.all([
    findSent(known?.ids ?? [], { except, date }),
    findWaiting(db(), canonicals, telling),
    findInDrafts(canonicals, { telling, except: itemId, issueId: except }),
    findHost(link, { date, except, itemId, issueId: except }),
  ])
  const captures = [...waiting.values()].flat().filter(({ id }) => id !== captureId)
  const found = sentUnder(known?.ids ?? [], sent)
  const before = notesOfSent(link, found)
  // Asked only where there is something to be silent about.
  const isUsual =
    before.length > 0 && (await repeatsIn({ layout: asked.layout, title: asked.section }, { except }))
  const notes = [
    ...(isUsual ? [] : before),
    ...captures.slice(0, 1).map(noteOfCapture),
    ...[...drafts.values()].flat(),
    ...(found.own ? [] : hosts),
  ]
  return { notes, wasSent: found.own !== null }
}

/**
 * What is known of something that is being written: where its link was sent, in which draft it stands or since when it
 * waits; much the same headlines; how often its author or host came lately. The weightiest first, and nothing of what is
 * repeated as a matter of course (docs/memory.md).
 * @throws AppError `forbidden`
 */
export async function recall(actor: Actor, asked: RecallInput): Promise<Recalled> {
  authorizeAsking(actor)
  const date = asked.date ?? today()
  const { headline, byline, layout, itemId, issueId } = asked
  const except = issueId
  const link = linkToAsk(asked.url, await readExemptHosts(db()))
  const [ofLink, near, authors] = await Promise.all([
    link ? recallLink(link, asked, date) : { notes: [], wasSent: false },
    // Rows of a list are called like the services they are about, again and again.
    layout === 'articles' ? findNear(headline, except) : [],
    findAuthors(byline, { date, except, itemId, issueId }),
  ])
  const told = new Set(ofLink.notes.flatMap((note) => (note.kind === 'mentioned' ? [note.itemId] : [])))
  // What is repeated on purpose is called as it was before: its headline is as little to tell as its address.
  const others = ofLink.wasSent ? [] : near.filter((note) => !('itemId' in note) || !told.has(note.itemId))
  return { notes: rankNotes([...ofLink.notes, ...others, ...authors]), clean: cleanAddress(asked.url) }
}

/**
 * Of captures those whose links were sent, stand in a draft, or wait once more; the others are left out.
 * @throws AppError `forbidden`
 */
export async function recallCaptures(actor: Actor, ids: readonly string[]): Promise<RecalledCaptures> {
  authorizeAsking(actor)
  const rows = await db().capture.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, url: true },
  })
  const exemptHosts = await readExemptHosts(db())
  const asked = rows.flatMap((row) => {
    const link = linkToAsk(row.url, exemptHosts)
    return link ? [{ ...row, link }] : []
  })
  const known = await findKnownLinks(asked.map(({ link }) => link))
  const canonicals = [...known.values()].flatMap((each) => each.canonicals)
  const [sent, drafts, twins] = await Promise.all([
    findSent(
      [...known.values()].flatMap((each) => each.ids),
      { except: undefined, date: today() },
    ),
    findInDrafts(canonicals, {}),
    findTwins(
      db(),
      asked.map(({ id }) => id),
    ),
  ])
  const notes = asked.map(({ id, link: { canonical }, link }): [string, Note[]] => {
    const { ids: rowIds = [], canonicals: names = [] } = known.get(canonical) ?? {}
    const inDrafts = names.flatMap((each) => drafts.get(each) ?? [])
    const twin = twins.get(id)
    const notes = [...notesOfSent(link, sentUnder(rowIds, sent)), ...inDrafts]
    return [id, rankNotes([...notes, ...(twin ? [noteOfTwin(twin)] : [])])]
  })
  return { notes: Object.fromEntries(notes.filter(([, found]) => found.length > 0)) }
}
