import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { jobHandlers } from '@/lib/jobs/registry'
import { checkLanding } from '@/lib/sponsors/commands/check-landing'
import { missSlot } from '@/lib/sponsors/commands/end-slot'
import { approveCopy } from '@/lib/sponsors/commands/review-copy'
import { landingsOf } from '@/lib/sponsors/queries/landings-of'
import type { AdCopyContent } from '@/lib/sponsors/schema'
import { makePerson } from '@/lib/testing/actors'
import { makePublication, tester } from '@/lib/testing/issues'
import { type LocalSite, startSite } from '@/lib/testing/local-site'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'

const database = testDatabase()
let site: LocalSite
let answer: RequestListener
let asked: string[]

beforeEach(async () => {
  await database.empty()
  await makePublication({ zone: 'UTC' })
  setClock(() => new Date('2026-11-24T08:00:00Z'))
  asked = []
  answer = (_request, response) => response.end('Welcome')
  site = await startSite((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
})
afterEach(async () => {
  setClock(null)
  await site.close()
})

const at = (path: string, host = 'acme.test') => `http://${host}:${site.port}${path}`
const check = (slotId: string) => checkLanding({ slotId }, { network: site.network, pauseMs: 1 })
const status = (code: number) => () => {
  answer = (_request, response) => response.writeHead(code).end()
}
const [works, isGone, breaks, turnsAway] = [status(200), status(404), status(500), status(403)]

async function written(fields: Partial<AdCopyContent> = {}, date = '2026-11-27') {
  const sponsor = await makeSponsor()
  const slot = await makeSlot(sponsor.id, await makePlacement(), { date })
  const { versionId } = await sendCopy(sponsor.contact, slot.id, { url: at('/offer?utm=x'), ...fields })
  return { sponsor, slotId: slot.id, versionId }
}

const approve = async (slotId: string, versionId: string) =>
  approveCopy(await makePerson(), {
    commandId: randomUUID(),
    slotId,
    versionId,
    comment: '',
    onBehalf: false,
  })
const latest = async (slotId: string) => (await landingsOf(slotId))[0]

async function jobs(name: string): Promise<Record<string, string>[]> {
  const { rows } = await pgPool().query(
    `SELECT job.key, job.queue_name, private.payload FROM graphile_worker.jobs job
     JOIN graphile_worker._private_jobs private USING (id) WHERE job.task_identifier = $1 ORDER BY job.id`,
    [name],
  )
  return rows
}
const forgetJobs = () => pgPool().query('DELETE FROM graphile_worker._private_jobs')

/** What the editors were told of landing pages since the last time this was asked. */
async function told(): Promise<string[]> {
  const mails = (await jobs('send-mail')).map(({ payload }) => JSON.stringify(payload))
  await forgetJobs()
  return mails.filter((mail) => mail.includes('landing page'))
}

describe('a look at a landing page', () => {
  test('keeps what was found, at the address as it was written', async () => {
    const { slotId } = await written()
    await check(slotId)
    expect(asked).toEqual(['/offer?utm=x'])
    expect(await latest(slotId)).toEqual({
      url: at('/offer?utm=x'),
      isOwn: true,
      outcome: 'OK',
      message: 'The page answers as it should.',
      finalUrl: at('/offer?utm=x'),
      status: 200,
      certificateExpiresAt: null,
      checkedAt: new Date('2026-11-24T08:00:00Z'),
    })
    expect(await told()).toEqual([])
  })

  test('takes a page for dead only after a second look', async () => {
    const { slotId } = await written()
    let looks = 0
    answer = (_request, response) => {
      looks += 1
      response.writeHead(looks === 1 ? 502 : 200).end()
    }
    await check(slotId)
    expect(await latest(slotId)).toMatchObject({ outcome: 'OK' })
    breaks()
    await check(slotId)
    expect(await latest(slotId)).toMatchObject({ outcome: 'DEAD', status: 500 })
    expect(asked.length).toBe(4)
  })

  test('knows one that is not answered at all, or leads elsewhere, or home', async () => {
    const { slotId } = await written()
    const lead = (to: string) => {
      answer = (request, response) => {
        if (request.url === '/offer?utm=x') response.writeHead(302, { location: to }).end()
        else response.end()
      }
    }
    lead(at('/', 'parked.test'))
    await check(slotId)
    expect(await latest(slotId)).toMatchObject({ outcome: 'REDIRECTED', finalUrl: at('/', 'parked.test') })
    lead('/')
    await check(slotId)
    expect(await latest(slotId)).toMatchObject({ outcome: 'REDIRECTED', finalUrl: at('/') })
    answer = (_request, response) => response.destroy()
    await check(slotId)
    expect(await latest(slotId)).toMatchObject({ outcome: 'DEAD', status: null })
  })

  test('is refused an address that is not public', async () => {
    const { slotId } = await written({ url: `http://127.0.0.1:${site.port}/` })
    await checkLanding({ slotId }, { pauseMs: 1 })
    expect(await latest(slotId)).toMatchObject({ outcome: 'DEAD', status: null })
    expect(site.connections()).toBe(0)
  })

  test('sees when the certificate ends', async () => {
    const secure = await startSite((_request, response) => response.end(), { secure: true })
    const { slotId } = await written({ url: `https://acme.test:${secure.port}/` })
    const look = () => checkLanding({ slotId }, { network: secure.network, pauseMs: 1 })
    await look()
    expect(await latest(slotId)).toMatchObject({
      outcome: 'OK',
      finalUrl: `https://acme.test:${secure.port}/`,
    })
    const { ca: _ca, ...usual } = secure.network
    await checkLanding({ slotId }, { network: usual, pauseMs: 1 })
    expect(await latest(slotId)).toMatchObject({ outcome: 'CERTIFICATE' })
    setClock(() => new Date('2126-10-28T08:00:00Z'))
    await db().issue.updateMany({ data: { date: new Date('2126-10-29') } })
    await look()
    expect(await latest(slotId)).toMatchObject({ outcome: 'CERTIFICATE', status: 200 })
    await secure.close()
  })

  test('is not taken of a slot that is gone, over, without an address, or whose issue was removed', async () => {
    await check(randomUUID())
    const over = await written()
    await missSlot(tester, { commandId: randomUUID(), id: over.slotId, reason: '' })
    await check(over.slotId)
    await check((await written({ url: '', callToAction: '' })).slotId)
    const removed = await written({}, '2026-12-04')
    await db().issue.updateMany({ where: { date: new Date('2026-12-04') }, data: { removedAt: new Date() } })
    await check(removed.slotId)
    expect([asked, await db().landingCheck.count()]).toEqual([[], 0])
  })

  test('is taken of links in the text too, and the mail says which it is', async () => {
    const text = `Ship calmly, says [the manual](${at('/manual')}).`
    const { slotId } = await written({ text })
    await makePerson()
    await forgetJobs()
    answer = (request, response) => response.writeHead(request.url === '/manual' ? 404 : 200).end()
    await check(slotId)
    expect(await landingsOf(slotId)).toMatchObject([
      { url: at('/manual'), isOwn: false, outcome: 'DEAD' },
      { url: at('/offer?utm=x'), isOwn: true, outcome: 'OK' },
    ])
    const [mail] = (await jobs('send-mail')).map(({ payload }) => JSON.stringify(payload))
    expect(mail).toContain('A page that the copy of Acme links to is not there')
  })

  test('is not kept when the copy leads elsewhere by then', async () => {
    const { slotId, sponsor } = await written()
    answer = async (_request, response) => {
      await sendCopy(sponsor.contact, slotId, { url: at('/other') }, 1)
      response.end()
    }
    await check(slotId)
    expect(await db().landingCheck.count()).toBe(0)
  })

  test('is taken of what runs and of what is to take its place, and the worse is told of', async () => {
    const { slotId, versionId, sponsor } = await written()
    await approve(slotId, versionId)
    await db().slot.update({ where: { id: slotId }, data: { state: 'RAN', ranAt: new Date() } })
    await sendCopy(sponsor.contact, slotId, { url: at('/next') }, 1)
    answer = (request, response) => response.writeHead(request.url === '/next' ? 404 : 200).end()
    await check(slotId)
    expect(await latest(slotId)).toMatchObject({ outcome: 'DEAD', url: at('/next') })
    expect(await db().landingCheck.count()).toBe(2)
  })
})

describe('the editors', () => {
  test('are mailed when a page gets worse, once, with one link', async () => {
    const { slotId } = await written()
    await makePerson()
    await forgetJobs()
    await check(slotId)
    turnsAway()
    await check(slotId)
    expect(await told()).toEqual([])
    isGone()
    await check(slotId)
    const [mail, ...others] = await told()
    expect(mail).toContain('Acme’s landing page is not there')
    expect(mail).toContain(`/admin/sponsors/slots/${slotId}`)
    expect(others).toEqual([])
    await check(slotId)
    expect(await told()).toEqual([])
    works()
    await check(slotId)
    breaks()
    await check(slotId)
    expect((await told()).length).toBe(1)
  })

  test('are mailed once by two looks at a time', async () => {
    const { slotId } = await written()
    await makePerson()
    isGone()
    await forgetJobs()
    await Promise.all([check(slotId), check(slotId)])
    expect((await told()).length).toBe(1)
  })
})

describe('a look is asked for', () => {
  const waiting = async () => (await jobs('check-landing')).map(({ payload }) => payload)

  test('by submission and approval, once for a slot, in a queue of its own', async () => {
    const { slotId, versionId } = await written()
    const one = [{ key: `check-landing:${slotId}`, queue_name: 'other-sites', payload: { slotId } }]
    expect(await jobs('check-landing')).toEqual(one)
    await forgetJobs()
    await approve(slotId, versionId)
    expect(await jobs('check-landing')).toEqual(one)
  })

  test('of no copy without an address', async () => {
    await written({ url: '', callToAction: '' })
    expect(await waiting()).toEqual([])
  })

  test('each day until two days after the issue, of copy with an address', async () => {
    const coming = await written({}, '2026-12-04')
    const today = await written({}, '2026-11-24')
    const lately = await written({}, '2026-11-25')
    const past = await written({}, '2026-11-26')
    await written({ url: '', callToAction: '' }, '2026-12-11')
    const missed = await written({}, '2026-12-18')
    await missSlot(tester, { commandId: randomUUID(), id: missed.slotId, reason: '' })
    await written({}, '2026-12-25')
    await db().issue.updateMany({ where: { date: new Date('2026-12-25') }, data: { removedAt: new Date() } })
    const move = (slotId: string, date: string) =>
      db().issue.updateMany({ where: { slots: { some: { id: slotId } } }, data: { date: new Date(date) } })
    await move(lately.slotId, '2026-11-22')
    await move(past.slotId, '2026-11-21')
    await forgetJobs()
    await jobHandlers['sweep-landing-pages']({})
    await jobHandlers['sweep-landing-pages']({})
    const expected = [lately, today, coming].map(({ slotId }) => ({ slotId }))
    expect(await waiting()).toEqual(expected)
    await db().slot.update({ where: { id: past.slotId }, data: { ranAt: new Date('2026-11-23T00:00:00Z') } })
    await jobHandlers['sweep-landing-pages']({})
    expect((await waiting()).length).toBe(4)
  })

  test('and its handler leaves a slot alone that is gone', async () => {
    await jobHandlers['check-landing']({ slotId: randomUUID() })
    expect(await db().landingCheck.count()).toBe(0)
  })
})
