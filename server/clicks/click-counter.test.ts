import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { clicksOf, findTarget, sponsorLinksIn } from '@/lib/clicks/queries'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { issueDocumentSchema } from '@/lib/document/schema'
import { saveSettings } from '@/lib/publication/commands/save-settings'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { approveCopy } from '@/lib/sponsors/commands/review-copy'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { type GoRequest, openClickCounter } from './click-counter'

const database = testDatabase()
let folder = ''
beforeEach(async () => {
  await database.empty()
  await makePublication()
  folder = mkdtempSync(join(tmpdir(), 'gleaner-clicks-'))
})

const url = 'https://acme.example/?utm=x'
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const reader: GoRequest = {
  method: 'GET',
  purpose: '',
  userAgent: firefox,
  peer: '203.0.113.7',
  forwardedFor: '',
}

async function runASlot() {
  const issue = await makeDraft()
  const sponsor = await makeSponsor()
  const slot = await makeSlot(sponsor.id, await makePlacement(), { issueId: issue.id })
  const text = 'Read [our guide](https://acme.example/guide) first.'
  const { versionId } = await sendCopy(sponsor.contact, slot.id, { text, url })
  const editor = await makePerson('EDITOR')
  const approval = { commandId: randomUUID(), slotId: slot.id, versionId, comment: '', onBehalf: false }
  await approveCopy(editor, approval)
  await publishIssue(tester, { id: issue.id, commandId: randomUUID() })
  const targets = await db().clickTarget.findMany({ orderBy: { url: 'asc' } })
  return { issue, slot, targets, id: targets.find((target) => target.url === url)?.id ?? '' }
}

const document = async (issueId: string) => {
  const found = await db().archivedIssue.findUniqueOrThrow({ where: { issueId }, include: { edition: true } })
  return issueDocumentSchema.parse(found.edition.document)
}

describe('the addresses of sponsors’ links', () => {
  test('are frozen when an edition is made, and lead there by /go', async () => {
    const { issue, targets, id } = await runASlot()
    expect(targets.map((target) => target.url)).toEqual([
      'https://acme.example/?utm=x',
      'https://acme.example/guide',
    ])
    expect(await findTarget(id)).toBe(url)
    const links = await sponsorLinksIn([await document(issue.id)])
    expect(Object.values(links)).toContain(`http://localhost:3000/go/${id}`)
    const change = pgPool().query(`UPDATE "ClickTarget" SET "url" = 'https://evil.example'`)
    await expect(change).rejects.toThrow('immutable')
  })

  test('are plain again once clicks are not counted, and those that were mailed still lead on', async () => {
    const { issue, slot, id } = await runASlot()
    const save = (version: number, countsClicks: boolean) =>
      saveSettings(tester, { commandId: randomUUID(), version, fields: { countsClicks } })
    const counter = openClickCounter(folder)
    await save(0, false)
    expect(await sponsorLinksIn([await document(issue.id)])).toEqual({})
    expect(await counter.find(id)).toBe(url)
    counter.count(id, reader)
    await counter.close()
    expect((await clicksOf(slot.id)).raw).toBe(0)
    await save(1, true)
    expect(Object.keys(await sponsorLinksIn([await document(issue.id)]))).toHaveLength(2)
  })

  test('forged, lead nowhere', async () => {
    const counter = openClickCounter(folder)
    for (const id of ['', 'x', '../../etc', 'https://evil.example', 'A'.repeat(16), '%00'.repeat(5)]) {
      expect(await counter.find(id)).toBeNull()
    }
    await counter.close()
  })
})

describe('clicks', () => {
  test('are counted once each, and sorted by what they were', async () => {
    const { slot, id } = await runASlot()
    const counter = openClickCounter(folder)
    counter.count(id, reader)
    counter.count(id, reader)
    counter.count(id, { ...reader, peer: '203.0.113.8' })
    counter.count(id, { ...reader, method: 'HEAD' })
    await counter.close()
    expect(await clicksOf(slot.id)).toEqual({
      raw: 4,
      verified: 2,
      excluded: expect.arrayContaining([
        { kind: 'repeat', count: 1 },
        { kind: 'head', count: 1 },
      ]),
    })
    expect(readdirSync(folder)).toEqual([])
  })

  test('of one turn of the loop and of the next are written down together', async () => {
    const { slot, id } = await runASlot()
    const counter = openClickCounter(folder)
    const lines = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    const written = await new Promise<string[]>((done) => {
      counter.count(id, reader)
      setImmediate(() => counter.count(id, { ...reader, peer: '203.0.113.8' }, () => done(lines())))
    })
    expect(written).toHaveLength(1)
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ target: id, kind: 'verified', count: 2 })
    await counter.close()
    expect((await clicksOf(slot.id)).verified).toBe(2)
  })

  test('that a killed process left behind are counted by the next, once', async () => {
    const { slot, id } = await runASlot()
    const line = `${JSON.stringify({ target: id, day: '2027-03-07', kind: 'verified', count: 1 })}\n`
    const dead = 2 ** 22 + 1
    const file = join(folder, `${dead}.${randomUUID()}.ndjson`)
    writeFileSync(file, `${line}${line}{"target":"`)
    await openClickCounter(folder).close()
    // Its work was done but the file could not be removed before it died: the same batch is not counted again.
    writeFileSync(file, `${line}${line}`)
    await openClickCounter(folder).close()
    expect((await clicksOf(slot.id)).verified).toBe(2)
  })

  test('that a killed process left behind are counted when another program has its number by now', async () => {
    const { slot, id } = await runASlot()
    const line = `${JSON.stringify({ target: id, day: '2027-03-07', kind: 'verified', count: 1 })}\n`
    const first = 1
    writeFileSync(join(folder, `${first}.${randomUUID()}.ndjson`), line)
    await openClickCounter(folder).close()
    const tellsPrograms = existsSync(`/proc/${first}/cmdline`)
    expect((await clicksOf(slot.id)).verified).toBe(tellsPrograms ? 1 : 0)
  })

  test('in a burst over many links are taken back', async () => {
    const { slot, targets } = await runASlot()
    const counter = openClickCounter(folder)
    const [one, two] = targets.map((target) => target.id)
    counter.count(one ?? '', reader)
    counter.count(two ?? '', reader)
    counter.count('third-link-of-it', reader)
    await counter.close()
    expect(await clicksOf(slot.id)).toEqual({ raw: 2, verified: 0, excluded: [{ kind: 'burst', count: 2 }] })
  })

  test('keep nothing of who clicked', async () => {
    const { id } = await runASlot()
    const counter = openClickCounter(folder)
    counter.count(id, { ...reader, forwardedFor: '198.51.100.9' })
    await counter.close()
    const { rows } = await pgPool().query('SELECT * FROM "ClickCount"')
    expect(Object.keys(rows[0]).sort()).toEqual(['count', 'day', 'kind', 'targetId'])
  })
})
