import { beforeEach, describe, expect, it } from 'vitest'
import { invitePerson } from '@/lib/accounts/commands/invite-person'
import { mailEditors } from '@/lib/accounts/commands/mail-editors'
import { requestSignInLink } from '@/lib/accounts/commands/request-sign-in-link'
import { saveMailChoice } from '@/lib/accounts/commands/save-mail-choice'
import { signIn } from '@/lib/accounts/commands/sign-in'
import { readMutedMails } from '@/lib/accounts/queries/mail-choice'
import { findOutboxMail, listOutbox } from '@/lib/accounts/queries/outbox'
import { signInLimits } from '@/lib/accounts/rules'
import type { UserActor } from '@/lib/accounts/schema'
import { transaction } from '@/lib/db/db'
import { env } from '@/lib/env/env'
import { jobHandlers } from '@/lib/jobs/registry'
import { makePerson } from '@/lib/testing/actors'
import { carryOutJobs, testPostRoom, waitingJobs } from '@/lib/testing/post-room'
import { testDatabase } from '@/lib/testing/test-database'

const call = () => ({ commandId: crypto.randomUUID() })
const database = testDatabase()
testPostRoom()
let owner: UserActor
beforeEach(async () => {
  await database.empty()
  owner = await makePerson('OWNER', { name: 'Olga' })
})
async function outbox() {
  const { mails } = await listOutbox(owner)
  return Promise.all(mails.map(({ id }) => findOutboxMail(owner, id)))
}
const linkIn = (text: string | undefined) => new URL(/https?:\S+confirm\S+/.exec(text ?? '')?.[0] ?? '')

describe('asking for a sign-in link', () => {
  it('does the same for everybody, and mails those who may sign in', async () => {
    const ada = await makePerson()
    const shut = await makePerson('EDITOR', { disabledAt: new Date() })
    for (const email of [ada.email, shut.email, 'nobody@example.com']) {
      await requestSignInLink({ email, next: '/admin/issues/3' }, '192.0.2.1')
    }
    const jobs = await waitingJobs()
    expect(jobs.map(({ name }) => name)).toEqual(Array(3).fill('mail-sign-in-link'))
    expect(JSON.stringify(jobs)).not.toContain('token')
    await carryOutJobs()
    const mails = await outbox()
    expect(mails.map((mail) => mail?.to)).toEqual([ada.email])
    const link = linkIn(mails[0]?.text)
    expect(link.searchParams.get('next')).toBe('/admin/issues/3')
    expect(mails[0]?.html).toContain(link.href.replaceAll('&', '&amp;'))
    expect(await signIn(link.searchParams.get('token') ?? '', 'x')).toBeTruthy()
  })

  it('is limited for one address and for one client', async () => {
    const ask = (email: string, client: string) => requestSignInLink({ email }, client)
    const { address, client } = signInLimits
    for (let n = 0; n < address.limit; n++) await ask('a@example.com', `203.0.113.${n}`)
    await expect(ask('a@example.com', '203.0.113.200')).rejects.toMatchObject({ code: 'too_many' })
    for (let n = 0; n < client.limit; n++) await ask(`${n}@example.com`, '198.51.100.1')
    await expect(ask('b@example.com', '198.51.100.1')).rejects.toMatchObject({ code: 'too_many' })
    expect(await waitingJobs()).toHaveLength(address.limit + client.limit)
  })
})

it('an invitation arrives, lets in, and after that is not mailed again', async () => {
  const { personId } = await invitePerson(owner, {
    ...call(),
    email: 'grace@example.com',
    name: '',
    role: 'EDITOR',
  })
  await carryOutJobs()
  const mails = await outbox()
  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({
    to: 'grace@example.com',
    subject: expect.stringContaining('Olga invites you'),
  })
  await signIn(linkIn(mails[0]?.text).searchParams.get('token') ?? '', 'x')
  await jobHandlers['mail-invitation']({ mailId: crypto.randomUUID(), personId, invitedBy: 'Olga' })
  expect(await outbox()).toHaveLength(1)
})

describe('a notice to the editors', () => {
  const notice = {
    kind: 'held' as const,
    subject: 'Issue 42 was held back',
    heading: 'Issue 42 was held back',
    paragraphs: ['It has an item without a headline.'],
    action: { label: 'Open the issue', path: '/admin/issues/42' },
  }

  it('reaches all who edit, once each, and nobody else', async () => {
    const editor = await makePerson('EDITOR')
    await makePerson('EDITOR', { disabledAt: new Date() })
    await makePerson('SPONSOR')
    await transaction((tx) => mailEditors(tx, notice))
    await carryOutJobs()
    const mails = await outbox()
    const everybody = [editor.email, (owner as UserActor & { email: string }).email]
    expect(mails.map((mail) => mail?.to).sort()).toEqual(everybody.sort())
    expect(mails[0]?.text).toContain(`${env().APP_URL}/admin/issues/42`)
  })

  it('is not sent to those who switched its kind off', async () => {
    const editor = await makePerson('EDITOR')
    await saveMailChoice(editor, { ...call(), muted: ['held', 'duties'] })
    expect(await readMutedMails(editor)).toEqual(['held', 'duties'])
    await transaction((tx) => mailEditors(tx, notice))
    await transaction((tx) => mailEditors(tx, { ...notice, kind: 'late', subject: 'Late' }))
    await carryOutJobs()
    const mails = (await outbox()).filter((mail) => mail?.to === editor.email)
    expect(mails.map((mail) => mail?.subject)).toEqual(['Late'])
    expect(mails[0]?.text).toContain('/admin/sessions#mails')
    const sponsor = await makePerson('SPONSOR')
    await expect(saveMailChoice(sponsor, { ...call(), muted: [] })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('is not sent when what it tells did not happen', async () => {
    const failing = transaction(async (tx) => {
      await mailEditors(tx, notice)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await waitingJobs()).toEqual([])
  })
})

it('the outbox is the owner’s alone', async () => {
  const editor = await makePerson('EDITOR')
  await expect(listOutbox(editor)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(findOutboxMail(editor, crypto.randomUUID())).rejects.toMatchObject({ code: 'forbidden' })
  expect(await findOutboxMail(owner, crypto.randomUUID())).toBeNull()
})
