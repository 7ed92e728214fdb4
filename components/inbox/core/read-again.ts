import { askAgain, loadPage } from '@/components/studio/known-page'
import type { CaptureRow } from '@/lib/captures/schema'
import { briefOf, isFound } from '@/lib/pages/rules'
import type { PageView } from '@/lib/pages/schema'
import type { Inbox } from './inbox'

/** How long it is waited between one look for what was read and the next, in ms: others may be before it. */
const PAUSES = [1000, 2000, 3000, 5000, 8000, 13_000]

const server = {
  ask: (address: string): Promise<unknown> => askAgain(address),
  load: async (address: string): Promise<PageView | null> => (await loadPage(address))?.page ?? null,
  pause: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)),
}

/**
 * Has the page of a capture read once more; what it says fills what nobody wrote.
 * @returns what came of it, in words; null where it could not be asked for, which the inbox tells
 */
export async function readAgain(inbox: Inbox, row: CaptureRow, at = server): Promise<string | null> {
  if (!(await inbox.act('The page is being read', () => at.ask(row.url)))) return null
  const page = await readAnew(inbox, row, at)
  const says = sayRead(page)
  inbox.say([says, page ? briefOf(page).message : ''].join(' ').trim())
  return says
}

async function readAnew(
  inbox: Inbox,
  { id, url, page }: CaptureRow,
  { load, pause }: typeof server,
): Promise<PageView | null> {
  for (const ms of PAUSES) {
    await pause(ms)
    const found = await load(url)
    if (!found || found.lookedAt === page?.lookedAt) continue
    inbox.replace(id, { page: briefOf(found) })
    // Its title may have come with it.
    void inbox.refresh()
    return found
  }
  return null
}

function sayRead(page: PageView | null): string {
  if (!page) return 'Not read yet; it comes by itself.'
  return isFound(page.outcome) && page.wordCount ? 'Read just now.' : 'Looked at just now.'
}
