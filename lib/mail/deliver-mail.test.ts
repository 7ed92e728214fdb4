import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { composeMail } from '@/lib/mail/compose-mail'
import { deliverMail } from '@/lib/mail/deliver-mail'
import { listFiledMail, readFiledMail } from '@/lib/mail/outbox-files'
import type { Mail } from '@/lib/mail/schema'

const id = '01936c2e-7b1a-7c3d-8e4f-0123456789ab'
const link = 'https://news.example/sign-in/confirm?token=a_b-c&next=%2Fadmin'
const from = 'SRE “Weekly” ☃ <news@news.example>'

function letter(): Promise<Mail> {
  return composeMail(
    { id, to: 'ada@example.com', subject: 'Your link,\r\nBcc: everyone@example.com 😀' },
    {
      publication: 'SRE Weekly',
      heading: 'Sign in & <b>edit</b>',
      paragraphs: ['A first line.', 'شكرا'],
      action: { label: 'Sign in', url: link },
      closing: 'Not you? Ignore this.',
    },
    `Sign in:\n\n${link}\n\n.\nA line that began with a dot, and one of ${'long '.repeat(300)}`,
  )
}

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gleaner-mail-'))
})
afterEach(() => rm(directory, { recursive: true }))

/** Runs `work` beside a real SMTP server; returns what it received. `refuse` is answered after DATA. */
async function withServer(work: (url: string) => Promise<void>, refuse?: string): Promise<Email[]> {
  const received: Email[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onData(stream, _session, callback) {
      PostalMime.parse(Readable.toWeb(stream) as ReadableStream).then((email) => {
        if (!refuse) received.push(email)
        callback(refuse ? Object.assign(new Error(refuse), { responseCode: 451 }) : null)
      }, callback)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  try {
    await work(`smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return received
}

function expectWhole(email: Email | undefined): void {
  expect(email?.messageId).toBe(`<${id}@news.example>`)
  expect(email?.subject).toBe('Your link, Bcc: everyone@example.com 😀')
  expect(email?.to).toEqual([{ name: '', address: 'ada@example.com' }])
  expect(email?.bcc).toBeUndefined()
  expect(email?.from).toEqual({ name: 'SRE “Weekly” ☃', address: 'news@news.example' })
  expect(email?.text).toContain(link)
  expect(email?.text).toContain('\n.\nA line that began')
  expect(email?.html).toContain(`href="${link.replace('&', '&amp;')}"`)
  expect(email?.html).toContain('Sign in &amp; &lt;b&gt;edit&lt;/b&gt;')
  expect(email?.html).toContain('شكرا')
}

describe('through a real mail server', () => {
  const settings = (smtpUrl: string) => ({ smtpUrl, from, directory, origin: 'https://news.example' })

  it('arrives once, as HTML and text', async () => {
    const received = await withServer(async (url) => {
      expect(await deliverMail(await letter(), settings(url))).toBe('sent')
    })
    expect(received).toHaveLength(1)
    expectWhole(received[0])
    expect(received[0]?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
    expect(await readdir(directory)).toEqual([])
  })

  it('says what the server said when it refuses', async () => {
    await withServer(async (url) => {
      await expect(deliverMail(await letter(), settings(url))).rejects.toThrow('451 Try later')
    }, 'Try later')
  })

  it('says so when there is no server', async () => {
    let gone = ''
    await withServer(async (url) => {
      gone = url
    })
    await expect(deliverMail(await letter(), settings(gone))).rejects.toThrow('ECONNREFUSED')
  })
})

describe('without a mail server', () => {
  const settings = () => ({ from, directory: join(directory, 'mail'), origin: 'https://news.example' })

  it('is a file that only the process reads, and reads back whole', async () => {
    expect(await deliverMail(await letter(), settings())).toBe('filed')
    const path = join(directory, 'mail', `${id}.eml`)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const mail = await readFiledMail(settings().directory, id)
    expect(mail).toMatchObject({
      id,
      to: 'ada@example.com',
      subject: 'Your link, Bcc: everyone@example.com 😀',
    })
    expect(mail?.text).toContain(link)
    expect(mail?.html).toContain('شكرا')
  })

  it('is filed once, however often it is delivered', async () => {
    await deliverMail(await letter(), settings())
    const before = await readFiledMail(settings().directory, id)
    await deliverMail({ ...(await letter()), text: 'another' }, settings())
    expect(await readFiledMail(settings().directory, id)).toEqual(before)
    expect(await readdir(settings().directory)).toEqual([`${id}.eml`])
  })

  it('is listed, newest first, without half-written files and files of others', async () => {
    expect(await listFiledMail(settings().directory, 10)).toEqual({ total: 0, mails: [] })
    await deliverMail(await letter(), settings())
    await deliverMail({ ...(await letter()), id: id.replace('ab', 'ac') }, settings())
    await writeFile(join(settings().directory, `.${id}.1.half`), 'half')
    await writeFile(join(settings().directory, 'notes.eml'), 'Subject: mine\n\nhello')
    const { total, mails } = await listFiledMail(settings().directory, 1)
    expect(total).toBe(2)
    expect(mails.map((mail) => mail.id)).toEqual([id.replace('ab', 'ac')])
  })

  it.each(['../../etc/passwd', 'notes', ''])('has nothing under %j', async (other) => {
    expect(await readFiledMail(directory, other)).toBeNull()
  })
})
