import { mailEditors } from '@/lib/accounts/commands/mail-editors'
import type { Tx } from '@/lib/db/db'
import { loadDraftIn } from '@/lib/issues/load-draft'
import { titleOfIssue } from '@/lib/issues/rules'
import { readFindingSettings, readPages } from '@/lib/preflight/checks'
import { findInLinks, isBroken } from '@/lib/preflight/find-in-links'
import { addressesToCheck } from './ask-for-link-check'

/**
 * Tells the editors which links of a scheduled issue lead nowhere that did when its check began: nobody looks at a
 * schedule that stands. What holds the issue is not said here; the schedule warns of it (publish-due.ts).
 */
export async function tellOfBroken(tx: Tx, issueId: string): Promise<void> {
  const draft = await loadDraftIn(tx, issueId)
  const check = await tx.linkCheck.findUnique({ where: { issueId }, select: { broken: true } })
  if (!draft || !check) return
  const pages = await readPages(tx, await addressesToCheck(tx, issueId), [])
  const broke = pages.filter((page) => isBroken(page) && !check.broken.includes(page.address))
  const { blockingFindings } = await readFindingSettings(tx, issueId)
  const found = findInLinks(draft, { pages: broke }).filter(({ code }) => !blockingFindings.includes(code))
  if (found.length === 0) return
  const title = titleOfIssue(draft)
  const wall = draft.scheduledWall?.replace('T', ' ') ?? ''
  const links = found.length === 1 ? 'a link leads' : `${found.length} links lead`
  await mailEditors(tx, {
    kind: 'held',
    subject: `${title} goes out soon, and ${links} nowhere`,
    heading: `In ${title} ${links} nowhere`,
    paragraphs: [
      `It goes out at ${wall} (${draft.scheduledZone ?? 'UTC'}), and nothing holds it. There is still time to mend this:`,
      ...found.map(({ message }) => message),
    ],
    action: { label: 'Open the issue', path: `/admin/issues/${issueId}` },
  })
}
