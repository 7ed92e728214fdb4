import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ContactActor } from '@/lib/accounts/schema'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { issueDocumentSchema } from '@/lib/document/schema'
import { loadDraft } from '@/lib/issues/queries'
import { findPastDates } from '@/lib/past-dates/rules'
import { findInDraft } from '@/lib/preflight/find-in-draft'
import { saveSettings } from '@/lib/publication/commands/save-settings'
import { issueToText } from '@/lib/render/issue-text'
import { addContact } from '@/lib/sponsors/commands/add-contact'
import { type BookedSlot, bookSlot } from '@/lib/sponsors/commands/book-slot'
import { createPlacement } from '@/lib/sponsors/commands/create-placement'
import { createSponsor } from '@/lib/sponsors/commands/create-sponsor'
import { reuseCopy } from '@/lib/sponsors/commands/reuse-copy'
import { approveCopy, requestChanges } from '@/lib/sponsors/commands/review-copy'
import { makePerson } from '@/lib/testing/actors'
import { corpusFiles } from '@/lib/testing/corpus'
import { buildFiledIssue, type FiledIssue, readFiledIssues } from '@/lib/testing/filed-issues'
import { makePublication } from '@/lib/testing/issues'
import { sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { publishIssue } from './commands/publish-issue'

type Contact = ContactActor & { company: string }
type Run = FiledIssue & { issueId: string; slotId: string; company: string; reused: boolean }

const database = testDatabase()
const commandId = () => randomUUID()
const fresh = () => ({ commandId: commandId() })
const addressOf = (text: string) => `https://ropeworks.example/offer?utm_source=notes&utm_term=${text.length}`

/** What the company sends first when its copy is sent back: its message without the last word. */
const unfinished = (text: string) => text.replace(/\s+\S+$/, '')

/** Companies, contacts and addresses, which the files lack, are this test’s own. */
const files = [
  'lib/publishing/fixtures/sponsored-21-24.json',
  ...corpusFiles('sreweekly/complete', /\.json$/),
]

describe.each(files)('the sponsors’ messages of %s, run through the product', (file) => {
  const filed = readFiledIssues(file)
  const runs: Run[] = []
  let curator: Awaited<ReturnType<typeof makePerson>>

  beforeAll(async () => {
    await database.empty()
    await makePublication({ name: 'Notes' })
    curator = await makePerson('OWNER')
    const sponsorLine = 'A message from our sponsor, {name}:'
    await saveSettings(curator, { ...fresh(), version: 0, fields: { sponsorLine, sectionTemplates: [] } })
    await runAll()
  })
  afterAll(() => setClock(null))

  async function runAll() {
    setClock(() => daysBefore(filed[0]?.date ?? '', 21))
    const contacts = [await company('Ropeworks'), await company('Lamp & Lens')]
    const placements = new Map<string, string>()
    for (const { position } of filed.map(({ sponsor }) => sponsor)) {
      if (placements.has(position)) continue
      const fields = { name: `At the ${position}`, at: position, maxCharacters: 300, price: 40_000 }
      placements.set(position, (await createPlacement(curator, { ...fresh(), fields })).id)
    }
    const booked: { issue: FiledIssue; contact: Contact; slot: BookedSlot }[] = []
    for (const issue of filed) {
      // Each message belongs to one company, however often it runs.
      const of = filed.findIndex(({ sponsor }) => sponsor.text === issue.sponsor.text)
      const contact = contacts[of % contacts.length] as Contact
      const placementId = placements.get(issue.sponsor.position) ?? ''
      const booking = { date: issue.date, placementId, sponsorId: contact.sponsorId }
      booked.push({ issue, contact, slot: await bookSlot(curator, { ...fresh(), ...booking }) })
    }
    const approved = new Map<string, string>()
    for (const { issue, contact, slot } of booked) {
      setClock(() => daysBefore(issue.date, 5))
      const before = approved.get(issue.sponsor.text)
      const versionId = before
        ? await runAgain(contact, slot.id, before)
        : await write(contact, slot.id, issue.sponsor.text, approved.size === 0)
      await approveCopy(curator, { ...fresh(), slotId: slot.id, versionId, comment: '', onBehalf: false })
      approved.set(issue.sponsor.text, versionId)
      setClock(() => new Date(`${issue.date}T20:00:00Z`))
      await buildFiledIssue(curator, slot.issueId, issue)
      await publishIssue(curator, { ...fresh(), id: slot.issueId })
      runs.push({
        ...issue,
        issueId: slot.issueId,
        slotId: slot.id,
        company: contact.company,
        reused: before !== undefined,
      })
    }
  }

  async function company(name: string): Promise<Contact> {
    const { id } = await createSponsor(curator, { ...fresh(), fields: { name } })
    const email = `${name.replace(/\W+/g, '').toLowerCase()}@sponsors.example`
    const person = await addContact(curator, { ...fresh(), sponsorId: id, name: 'Kim Tar', email })
    return { kind: 'contact', id: person.id, name: 'Kim Tar', sponsorId: id, company: name }
  }

  /** Written and sent by the contact; the first message of all is sent back once, and mended. */
  async function write(contact: ContactActor, slotId: string, text: string, isSentBack: boolean) {
    const url = addressOf(text)
    const content = { text: isSentBack ? unfinished(text) : text, callToAction: '', url }
    const first = await sendCopy(contact, slotId, content)
    if (!isSentBack) return first.versionId
    const comment = 'The last word is missing.'
    await requestChanges(curator, { ...fresh(), slotId, versionId: first.versionId, comment })
    return (await sendCopy(contact, slotId, { ...content, text }, 1)).versionId
  }

  async function runAgain(contact: ContactActor, slotId: string, versionId: string) {
    const { submitted } = await reuseCopy(contact, { ...fresh(), slotId, versionId, submit: 'yes' })
    return submitted?.versionId ?? ''
  }

  async function documentOf(number: number) {
    const where = { number }
    const row = await db().archivedIssue.findFirstOrThrow({ where, include: { edition: true } })
    return issueDocumentSchema.parse(row.edition.document)
  }

  test('stand in the published editions at the file’s position, with the file’s text', async () => {
    expect(runs).toHaveLength(filed.length)
    for (const { number, sponsor, company } of runs) {
      const { sponsors } = await documentOf(number)
      expect(sponsors.map(({ at, text }) => ({ position: at, text }))).toEqual([sponsor])
      const label = `A message from our sponsor, ${company}:`
      expect(sponsors).toMatchObject([{ label, sponsor: company, url: addressOf(sponsor.text) }])
    }
  })

  test('stand in issues that are otherwise as filed, which readers meet before or after the sections', async () => {
    for (const { number, title, slug, date, sections, sponsor } of runs) {
      const document = await documentOf(number)
      expect(document.issue).toMatchObject({ number, title, slug, date })
      expect(document.sections.map((section) => section.items.map(({ blurb }) => blurb))).toEqual(
        sections.map((section) => section.items.map(({ blurb }) => blurb)),
      )
      const text = issueToText(document, { origin: 'https://notes.example' })
      const [part, section] = [text.indexOf('A message from our'), text.indexOf(`\n${sections[0]?.title}\n`)]
      expect(part < section).toBe(sponsor.position === 'top')
    }
  })

  test('are pointed out where they advertise a day that was over, and go out all the same', async () => {
    const dated = filed.filter(({ sponsor, date }) => findPastDates(sponsor.text, date).length > 0)
    for (const { issueId, number } of runs) {
      const codes = findInDraft(await loadDraft(curator, issueId)).map(({ code }) => code)
      expect(codes.includes('slot-past-date')).toBe(dated.some((issue) => issue.number === number))
    }
    expect(dated).toHaveLength(1)
  })

  test('leave slots that ran, with what was approved, said and sent again on record', async () => {
    const slots = await db().slot.findMany({
      select: { id: true, state: true, approvedHash: true, approved: { select: { hash: true, text: true } } },
    })
    for (const { slotId, sponsor } of runs) {
      const slot = slots.find(({ id }) => id === slotId)
      expect(slot).toMatchObject({
        state: 'RAN',
        approvedHash: slot?.approved?.hash,
        approved: { text: sponsor.text },
      })
    }
    const verdicts = await db().review.groupBy({ by: ['verdict'], _count: true })
    expect(Object.fromEntries(verdicts.map(({ verdict, _count }) => [verdict, _count]))).toEqual({
      APPROVED: runs.length,
      CHANGES_REQUESTED: 1,
    })
    expect(runs.filter(({ reused }) => reused)).toHaveLength(1)
  })
})

function daysBefore(date: string, days: number): Date {
  return new Date(Date.parse(`${date}T12:00:00Z`) - days * 86_400_000)
}
