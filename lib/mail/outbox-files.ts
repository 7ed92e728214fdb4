import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'

const fileName = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.eml$/

/** A message of the outbox as its list shows it. */
export type FiledMail = { id: string; to: string; subject: string; at: Date }
export type FiledMailContent = FiledMail & { text: string; html: string }

/**
 * Writes a message into the outbox, whole or not at all, readable by the owner of the process alone, since it may
 * hold a sign-in link. Filing the same id again changes nothing.
 */
export async function fileMail(directory: string, id: string, message: Buffer): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, `${id}.eml`)
  if (await exists(path)) return
  const half = join(directory, `.${id}.${process.pid}.half`)
  const file = await open(half, 'w', 0o600)
  try {
    await file.writeFile(message)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(half, path)
}

/** The newest `limit` messages, newest first, and how many there are in all. A missing folder is an empty outbox. */
export async function listFiledMail(
  directory: string,
  limit: number,
): Promise<{ total: number; mails: FiledMail[] }> {
  const ids = (await namesIn(directory)).flatMap((name) => fileName.exec(name)?.[1] ?? [])
  const dated = await Promise.all(
    ids.map(async (id) => ({ id, at: (await stat(join(directory, `${id}.eml`))).mtime })),
  )
  dated.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
  const newest = await Promise.all(dated.slice(0, limit).map(({ id }) => readFiledMail(directory, id)))
  return { total: ids.length, mails: newest.flatMap((mail) => mail ?? []).map(withoutContent) }
}

/** One message of the outbox, or null when there is none of that id. */
export async function readFiledMail(directory: string, id: string): Promise<FiledMailContent | null> {
  const name = `${id}.eml`
  if (!fileName.test(name)) return null
  const path = join(directory, name)
  if (!(await exists(path))) return null
  const [{ mtime }, message] = await Promise.all([stat(path), readFile(path)])
  const mail = await PostalMime.parse(message)
  return {
    id,
    at: mtime,
    to: mail.to?.map((person) => person.address ?? '').join(', ') ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
  }
}

function withoutContent({ id, to, subject, at }: FiledMailContent): FiledMail {
  return { id, to, subject, at }
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory)
  } catch (error) {
    if (isAbsent(error)) return []
    throw error
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
