import { type DisclosureNames, findUndisclosed } from '@/lib/disclosures/rules'
import type { IssueDraft } from '@/lib/issues/schema'
import { addressesIn } from './addresses'
import { findInDraft } from './find-in-draft'
import { findInLinks, findPast } from './find-in-links'
import { findInTexts } from './find-in-texts'
import { findRepeats } from './find-repeats'
import type { Checks, LinkRun } from './schema'
import { findWandering } from './wandering'

export type FindingPlace =
  | {
      kind: 'issue'
      field: 'title' | 'slug' | 'number' | 'subject' | 'preheader' | 'intro' | 'outro' | 'date'
    }
  | { kind: 'section'; id: string; field: 'title' }
  | {
      kind: 'item'
      id: string
      field: 'headline' | 'url' | 'blurb' | 'byline' | 'credit' | 'links' | 'tied' | 'disclosure'
      /** Which of the further links, counted from 0, and what of it. */
      link?: { at: number; part: 'label' | 'url' }
    }
  | { kind: 'slot'; id: string }

/** `block` stops publishing and holds a schedule; `warn` is worth a look. */
export type Finding = {
  code: string
  level: 'block' | 'warn'
  message: string
  where: FindingPlace
  /** What mends it with one press. */
  fix?: Fix
}

/** What is worth a look, and stops publishing only where the settings say so of its code. */
export type Warning = Finding & { level: 'warn' }

/** One step of the editor, which can be undone. `label`: what it does, on a button. */
export type Fix = { label: string } & (
  | { does: 'edit'; row: { kind: 'issue' | 'item'; id: string }; field: string; value: unknown }
  | { does: 'remove'; row: { kind: 'section' | 'item'; id: string } }
)

/** What the settings say of findings. `blockingFindings`: codes of those that stop publishing besides the rest. */
export type FindingSettings = DisclosureNames & { blockingFindings: readonly string[] }

/** Every finding of a draft: what blocks first, and each kind in the order of the page. */
export function findAll(draft: IssueDraft, settings: FindingSettings, checks: Checks): Finding[] {
  // What always blocks is among the first alone: `findBlockers` counts on it.
  const warnings: Warning[] = [
    ...findRepeats(draft, checks),
    ...findPast(draft, checks),
    ...findInLinks(draft, checks),
    ...findInTexts(draft),
    ...findWandering(draft),
    ...findUndisclosed(draft, settings, checks),
  ]
  const found = [...findInDraft(draft), ...warnings]
  const blocking = new Set(settings.blockingFindings)
  const levelled = found.map(
    (finding): Finding => (blocking.has(finding.code) ? { ...finding, level: 'block' } : finding),
  )
  return [
    ...levelled.filter(({ level }) => level === 'block'),
    ...levelled.filter(({ level }) => level === 'warn'),
  ]
}

/** What is found and where, whatever its words: the same for as long as nobody mends it. */
export function keyOfFinding({ code, where }: Finding): string {
  const id = 'id' in where ? where.id : ''
  const field = 'field' in where ? where.field : ''
  const at = where.kind === 'item' ? (where.link?.at ?? '') : ''
  return `${code} ${id} ${field} ${at}`.trim()
}

export function blockers(findings: Finding[]): Finding[] {
  return findings.filter((finding) => finding.level === 'block')
}

/** A check of links that has not ended after so long was cut off, in ms. */
const GIVEN_UP = 30 * 60_000

/** Whether links are being checked just now; one that was cut off can be asked for anew. @param at in ms since 1970 */
export function isUnderWay(run: LinkRun | null, at: number): boolean {
  return run !== null && run.finishedAt === null && at - Date.parse(run.askedAt) < GIVEN_UP
}

/** Every address of a draft that readers could follow, in its order. */
export function addressesOf(draft: IssueDraft): string[] {
  return addressesIn(draft).map(({ address }) => address)
}
