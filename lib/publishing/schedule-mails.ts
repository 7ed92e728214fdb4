import { mailEditors } from '@/lib/accounts/commands/mail-editors'
import type { Tx } from '@/lib/db/db'
import { titleOfIssue } from '@/lib/issues/rules'
import type { IssueDraft } from '@/lib/issues/schema'

const timeOf = ({ scheduledWall, scheduledZone }: IssueDraft) =>
  `${scheduledWall?.replace('T', ' ') ?? ''} (${scheduledZone ?? 'UTC'})`
const action = (draft: IssueDraft) => ({ label: 'Open the issue', path: `/admin/issues/${draft.id}` })

/** Tells the editors that an issue did not go out at its time, and why. */
export function mailHeld(tx: Tx, draft: IssueDraft, reasons: string[]): Promise<void> {
  return mailEditors(tx, {
    kind: 'held',
    subject: `Held: ${titleOfIssue(draft)} did not go out`,
    heading: `${titleOfIssue(draft)} is held`,
    paragraphs: [
      `It was to go out at ${timeOf(draft)}. Readers have not seen it, because of this:`,
      ...reasons,
      'Mend it, then press “Publish now” or choose another time. It does not go out by itself.',
    ],
    action: action(draft),
  })
}

/** Tells the editors within a day of its time what would hold the issue. */
export function mailWarning(tx: Tx, draft: IssueDraft, reasons: string[]): Promise<void> {
  return mailEditors(tx, {
    kind: 'held',
    subject: `${titleOfIssue(draft)} will be held unless this is mended`,
    heading: `${titleOfIssue(draft)} can’t go out as it is`,
    paragraphs: [`It is to go out at ${timeOf(draft)}, and this would hold it:`, ...reasons],
    action: action(draft),
  })
}

/** Tells the editors that an issue went out long after its time, since nothing ran then. */
export function mailLate(tx: Tx, draft: IssueDraft, late: string): Promise<void> {
  return mailEditors(tx, {
    kind: 'late',
    subject: `${titleOfIssue(draft)} went out ${late} late`,
    heading: `${titleOfIssue(draft)} went out ${late} late`,
    paragraphs: [
      `It was to go out at ${timeOf(draft)}, and nothing ran then. Readers see it on the site and in the feed now.`,
      'If that is too late for what it says, correct it or withdraw it.',
    ],
    action: action(draft),
  })
}
