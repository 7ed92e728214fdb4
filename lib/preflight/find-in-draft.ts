import { addressProblem } from '@/lib/address/rules'
import { nameOfItem } from '@/lib/issues/rules'
import type { DraftItem, DraftSection, DraftSlot, DraftSponsorPart, IssueDraft } from '@/lib/issues/schema'
import { isBareFollowUp } from '@/lib/memory/rules'
import { findPastDates, pastDatesInWords } from '@/lib/past-dates/rules'
import { visibleText } from '@/lib/sponsors/rules'
import { onceFor } from './once-for'
import type { Finding } from './rules'

/** What the draft itself tells of what stands between it and its readers, in the order of the page (all of it in rules.ts). */
export function findInDraft(draft: IssueDraft): Finding[] {
  const findings = findInIssue(draft)
  for (const section of draft.sections) {
    findings.push(...findInSection(section))
    for (const [index, item] of section.items.entries()) {
      findings.push(...findInItem(item, section, index))
    }
  }
  return [...findings, ...draft.sponsorParts.flatMap(findInSponsorPart), ...findInSlots(draft)]
}

function findInIssue(draft: IssueDraft): Finding[] {
  const findings: Finding[] = []
  if (draft.title.trim() === '') {
    findings.push({
      code: 'issue-title',
      level: 'block',
      message: 'The issue has no title.',
      where: { kind: 'issue', field: 'title' },
    })
  }
  const goesOut = draft.scheduledWall?.slice(0, 10)
  if (goesOut && goesOut !== draft.date) {
    findings.push({
      code: 'issue-date',
      level: 'warn',
      message: `The issue is dated ${draft.date} and goes out on ${goesOut}.`,
      where: { kind: 'issue', field: 'date' },
      fix: {
        label: 'Use that date',
        does: 'edit',
        row: { kind: 'issue', id: draft.id },
        field: 'date',
        value: goesOut,
      },
    })
  }
  if (draft.sections.every((section) => section.items.length === 0)) {
    findings.push({
      code: 'issue-empty',
      level: 'block',
      message: 'The issue has no items yet.',
      where: { kind: 'issue', field: 'title' },
    })
  }
  return findings
}

function findInSection(section: DraftSection): Finding[] {
  if (section.items.length > 0) return []
  const name = section.title?.trim() ? `“${section.title.trim()}”` : 'An untitled section'
  const message = `${name} is empty; readers will not see it.`
  return [
    {
      code: 'section-empty',
      level: 'warn',
      message,
      where: { kind: 'section', id: section.id, field: 'title' },
      fix: { label: 'Remove the section', does: 'remove', row: { kind: 'section', id: section.id } },
    },
  ]
}

const problemOfUrl = onceFor(({ url }: DraftItem) => addressProblem(url))

function findInItem(item: DraftItem, section: DraftSection, index: number): Finding[] {
  const findings: Finding[] = []
  const say = (
    level: Finding['level'],
    code: string,
    field: 'headline' | 'url' | 'blurb' | 'links' | 'tied',
    message: string,
  ) => findings.push({ code, level, message, where: { kind: 'item', id: item.id, field } })

  if (item.kind === 'link') {
    if (item.headline.trim() === '') say('block', 'item-headline', 'headline', 'A link has no headline.')
    const problem = problemOfUrl(item)
    if (problem) say('block', 'item-address', 'url', `${nameOfItem(item)}: ${problem}`)
    if (section.layout === 'articles' && (item.blurb.trim() === '' || isBareFollowUp(item.blurb))) {
      const has = item.blurb.trim() === '' ? 'has no blurb' : 'says no more than what it follows up'
      say('warn', 'item-blurb', 'blurb', `${nameOfItem(item)} ${has}.`)
    }
  } else {
    // A row may be a name and nothing more: plain text that was imported has no address for its outages.
    const isNamedRow = section.layout === 'list' && item.kind === 'note' && item.headline.trim() !== ''
    if (item.blurb.trim() === '' && !isNamedRow) {
      say(
        'block',
        'item-empty',
        'blurb',
        item.kind === 'quote' ? 'A quote has no text.' : 'A note has no text.',
      )
    }
    const problem = item.url.trim() === '' ? null : problemOfUrl(item)
    if (problem) say('block', 'item-address', 'url', `${nameOfItem(item)}: ${problem}`)
  }
  findings.push(...item.links.flatMap((link, at) => findInLink(item, link, at)))
  if (item.tied && index === 0) {
    say('warn', 'item-tied', 'tied', `${nameOfItem(item)} is tied to the item above, and there is none.`)
  }
  return findings
}

function findInLink(item: DraftItem, link: DraftItem['links'][number], at: number): Finding[] {
  const label = link.label.trim()
  const problem = addressProblem(link.url)
  if (!problem && label !== '') return []
  const name = label === '' ? `further link ${at + 1}` : `link “${label}”`
  const message = problem
    ? `${nameOfItem(item)}, ${name}: ${problem}`
    : `${nameOfItem(item)}: ${name} has no label.`
  const part = problem ? 'url' : 'label'
  return [
    {
      code: 'item-more-links',
      level: 'block',
      message,
      where: { kind: 'item', id: item.id, field: 'links', link: { at, part } },
    },
  ]
}

/** An imported part is not written in the editor: a bad address there warns, for a block could not be mended. */
function findInSponsorPart({ label, sponsor, headline, url }: DraftSponsorPart): Finding[] {
  const address = url?.trim() ?? ''
  // A sponsor's part may lead to a mailbox, an item may not.
  const problem = address === '' || /^mailto:/i.test(address) ? null : addressProblem(address)
  if (!problem) return []
  const name = sponsor?.trim() || headline?.trim() || label
  const message = `Sponsor’s part “${name}”: ${problem}`
  return [{ code: 'sponsor-address', level: 'warn', message, where: { kind: 'issue', field: 'title' } }]
}

/** What a sponsor booked runs with approved copy, or the curator decides to run without it: never by oversight. */
function findInSlot({ id, state, sponsor, placement, hasNewer }: DraftSlot): Finding[] {
  const say = (level: Finding['level'], code: string, message: string): Finding[] => [
    { code, level, message, where: { kind: 'slot', id } },
  ]
  const slot = `${sponsor}’s slot “${placement}”`
  if (state === 'BOOKED') return say('block', 'slot-unwritten', `${slot} has no copy yet.`)
  if (state === 'COPY_SUBMITTED')
    return say('block', 'slot-unreviewed', `${slot} has copy that waits for your review.`)
  if (state === 'CHANGES_REQUESTED')
    return say('block', 'slot-changes', `${slot} waits for changes you asked for.`)
  if (state === 'RAN' && hasNewer)
    return say('warn', 'slot-newer', `${slot} has new copy that waits for your review.`)
  return []
}

function findInSlots({ slots, date }: IssueDraft): Finding[] {
  return slots.flatMap((slot) => [...findInSlot(slot), ...findPastDatesIn(slot, date)])
}

/** Copy that runs again often advertises what was still to come the first time. */
function findPastDatesIn({ id, sponsor, placement, copy }: DraftSlot, issueDate: string): Finding[] {
  const said = copy && pastDatesInWords(findPastDates(visibleText(copy), issueDate), issueDate)
  if (!said) return []
  const message = `${sponsor}’s slot “${placement}”: ${said}`
  return [{ code: 'slot-past-date', level: 'warn', message, where: { kind: 'slot', id } }]
}
