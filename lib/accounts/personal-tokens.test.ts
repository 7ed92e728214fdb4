import { createHash, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { makePerson } from '@/lib/testing/actors'
import { testDatabase } from '@/lib/testing/test-database'
import { disablePerson } from './commands/disable-person'
import { makeToken } from './commands/make-token'
import { revokeToken } from './commands/revoke-token'
import { findToken } from './queries/find-token'
import { listTokens } from './queries/list-tokens'
import { MOST_TOKENS } from './rules'

const database = testDatabase()
beforeEach(database.empty)
afterEach(() => setClock(null))

const capture = { kind: 'CAPTURE', name: 'Phone' } as const

it('is kept as its hash alone: neither row, receipt nor audit has it', async () => {
  const robin = await makePerson('EDITOR')
  const { token } = await makeToken(robin, capture)
  expect(Buffer.from(token.replace('gleaner_', ''), 'base64url')).toHaveLength(32)
  const [row] = await db().personalToken.findMany()
  expect(row?.tokenHash).toEqual(new Uint8Array(createHash('sha256').update(token).digest()))
  const all = [await db().commandReceipt.findMany(), await db().auditEvent.findMany(), row]
  expect(JSON.stringify(all)).not.toContain(token)
})

it('tells when it was used, to the minute', async () => {
  const robin = await makePerson('EDITOR')
  const { token } = await makeToken(robin, capture)
  setClock(() => new Date('2026-11-26T08:00:00Z'))
  expect(await findToken('CAPTURE', token)).toMatchObject({ actor: { id: robin.id, name: 'Robin' } })
  setClock(() => new Date('2026-11-26T08:00:30Z'))
  await findToken('CAPTURE', token)
  expect(await listTokens(robin, 'CAPTURE')).toMatchObject([
    { name: 'Phone', usedAt: new Date('2026-11-26T08:00:00Z') },
  ])
  expect(await listTokens(robin, 'INBOX_FEED')).toEqual([])
})

it('is one’s own: nobody else ends it, or sees that it is there', async () => {
  const [robin, owner] = [await makePerson('EDITOR'), await makePerson('OWNER')]
  const { id: tokenId, token } = await makeToken(robin, capture)
  const call = { commandId: randomUUID(), tokenId }
  await expect(revokeToken(owner, call)).rejects.toMatchObject({ code: 'not_found' })
  await expect(makeToken(await makePerson('SPONSOR'), capture)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await listTokens(owner, 'CAPTURE')).toEqual([])
  // It ends with its person's access, and doesn't come back with it.
  await disablePerson(owner, { commandId: randomUUID(), personId: robin.id })
  await db().user.update({ where: { id: robin.id }, data: { disabledAt: null } })
  expect(await findToken('CAPTURE', token)).toBeNull()
})

it('has a limit that ten at once don’t pass', async () => {
  const robin = await makePerson('EDITOR')
  for (let count = 0; count < MOST_TOKENS - 1; count += 1) await makeToken(robin, capture)
  const tries = Array.from({ length: 10 }, () => makeToken(robin, capture).catch((error) => error.code))
  const failed = (await Promise.all(tries)).filter((result) => result === 'wrong_state')
  expect(failed).toHaveLength(9)
})
