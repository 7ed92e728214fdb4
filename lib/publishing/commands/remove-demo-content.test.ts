import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { ensureOwner } from '@/lib/accounts/commands/ensure-owner'
import { systemActor, type UserActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { openIssue } from '@/lib/issues/commands/open-issue'
import { saveItem } from '@/lib/issues/commands/save-item'
import { removeDemoContent } from '@/lib/publishing/commands/remove-demo-content'
import { findDemoContent } from '@/lib/publishing/demo-content'
import { bookSlot } from '@/lib/sponsors/commands/book-slot'
import { createSponsor } from '@/lib/sponsors/commands/create-sponsor'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft } from '@/lib/testing/issues'
import { makeRanSlot } from '@/lib/testing/ran-slot'
import { testDatabase } from '@/lib/testing/test-database'
import { seedDemo } from '@/prisma/seed/seed-demo'
import { publishIssue } from './publish-issue'

const database = testDatabase()
const command = () => ({ commandId: randomUUID() })
let demoOwner: UserActor
let owner: UserActor

beforeEach(async () => {
  await database.empty()
  await seedDemo()
  const select = { id: true, name: true, role: true } as const
  demoOwner = { kind: 'user', ...(await db().user.findFirstOrThrow({ select })) }
  owner = await makePerson('OWNER')
})

test('the demo goes, from readers too; what the owner made stays', async () => {
  const planned = await db().issue.findFirstOrThrow({ where: { state: 'PLANNED' } })
  await openIssue(owner, { ...command(), id: planned.id })
  const published = await makeDraft(['Mine'], owner)
  await publishIssue(owner, { ...command(), id: published.id })
  const played = await makeDraft(['Played'], demoOwner)
  await publishIssue(demoOwner, { ...command(), id: played.id })
  await ensureOwner(systemActor('start'), 'owner@example.org')
  const { generation } = await db().publication.findFirstOrThrow()

  const before = await findDemoContent(owner)
  expect(before).toMatchObject({ people: 2 })
  const call = command()
  expect(await removeDemoContent(owner, call)).toEqual(before)
  expect(await removeDemoContent(owner, call)).toEqual(before)

  const ids = [published.id]
  const left = (await db().issue.findMany()).map(({ id }) => id)
  expect(left.sort()).toEqual([...ids, planned.id].sort())
  expect((await db().archivedIssue.findMany()).map(({ issueId }) => issueId)).toEqual(ids)
  expect((await db().edition.findMany()).map(({ issueId }) => issueId)).toEqual(ids)
  expect(await db().user.count({ where: { isDemo: true } })).toBe(0)
  const publication = await db().publication.findFirstOrThrow()
  expect(publication).toMatchObject({ isDemo: false, storefrontOpen: false, storefrontText: '' })
  expect(await db().slot.count()).toBe(0)
  expect(await db().adCopyVersion.count()).toBe(0)
  expect(await db().sponsor.count({ where: { isHouse: false } })).toBe(0)
  expect(publication.generation).toBeGreaterThan(generation)
  expect(await findDemoContent(owner)).toBeNull()
})

test('only an owner who is not of the demo removes it, and only once', async () => {
  const issues = await db().issue.count()
  for (const actor of [demoOwner, await makePerson('EDITOR'), await makePerson('SPONSOR')]) {
    expect(await findDemoContent(actor)).toBeNull()
    await expect(removeDemoContent(actor, command())).rejects.toMatchObject({ code: 'forbidden' })
  }
  expect(await db().issue.count()).toBe(issues)
  await removeDemoContent(owner, command())
  await expect(removeDemoContent(owner, command())).rejects.toMatchObject({ code: 'forbidden' })
})

test('a draft of the demo in which somebody wrote stays, with what they wrote', async () => {
  const item = await db().item.findFirstOrThrow({
    where: { section: { issue: { state: 'DRAFT' } } },
    select: { id: true, section: { select: { issueId: true } } },
  })
  await saveItem(owner, { ...command(), id: item.id, version: 0, fields: { headline: 'Mine' } })
  await removeDemoContent(owner, command())
  expect((await db().issue.findMany()).map(({ id }) => id)).toEqual([item.section.issueId])
  expect(await db().item.findUnique({ where: { id: item.id } })).toMatchObject({ headline: 'Mine' })
})

test('an issue of the demo in which somebody booked a slot stays, with the slot', async () => {
  const draft = await db().issue.findFirstOrThrow({ where: { state: 'DRAFT' } })
  const placement = await db().placement.findFirstOrThrow({ where: { at: 'bottom' } })
  const fields = { name: 'Mine' }
  const { id: sponsorId } = await createSponsor(owner, { ...command(), fields })
  const booking = { ...command(), issueId: draft.id, placementId: placement.id, sponsorId }
  const slot = await bookSlot(owner, booking)
  await removeDemoContent(owner, command())
  expect((await db().issue.findMany()).map(({ id }) => id)).toEqual([draft.id])
  expect((await db().slot.findMany()).map(({ id }) => id)).toEqual([slot.id])
})

test('a demo that was played through goes too: copy that ran, its counted links and its report', async () => {
  const ran = await makeRanSlot()
  await db().auditEvent.updateMany({ data: { actorId: null, actorName: 'demo' } })
  await db().reportSnapshot.create({
    data: { slotId: ran.slotId, day: 1, json: {}, hash: '', takenAt: new Date() },
  })
  await removeDemoContent(owner, command())
  expect(await db().slot.count()).toBe(0)
  expect(await db().clickTarget.count()).toBe(0)
  expect(await db().sponsor.count({ where: { isHouse: false } })).toBe(0)
})

test('editions are as immutable as before', async () => {
  const change = `UPDATE "Edition" SET "hash" = 'x'`
  const remove = 'DELETE FROM "Edition"'
  const removing = `SELECT set_config('gleaner.removing_demo', 'on', true)`
  for (const statement of [change, remove]) {
    await expect(pgPool().query(statement)).rejects.toThrow('an edition is immutable')
  }
  const client = await pgPool().connect()
  await client.query(`BEGIN; ${removing}`)
  await expect(client.query(change)).rejects.toThrow('an edition is immutable')
  await client.query('ROLLBACK')
  client.release()
  await pgPool().query(`BEGIN; ${removing}; COMMIT`)
  await expect(pgPool().query(remove)).rejects.toThrow('an edition is immutable')
})
