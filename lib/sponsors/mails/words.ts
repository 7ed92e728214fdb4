import { plural } from '@/lib/counts/rules'
import { formatLongDay, zoneInWords } from '@/lib/times/rules'
import type { Said, SlotFacts } from './schema'

/** E.g. `“Top” in the issue of SRE Weekly of Sunday 6 December 2026`. */
export function whereInWords({ placement, publication, date }: SlotFacts): string {
  return `“${placement.name}” in the issue of ${publication} of ${formatLongDay(date)}`
}

/** The same for a subject, e.g. `Top, Sunday 6 December 2026`. */
export function shortWhere({ placement, date }: SlotFacts): string {
  return `${placement.name}, ${formatLongDay(date)}`
}

/** What may be in the copy, in a sentence. */
export function specInWords({ placement }: SlotFacts): string {
  const { maxCharacters, maxLinks, imageAllowed, description } = placement
  const links = maxLinks === 0 ? 'no links' : `up to ${plural(maxLinks, 'link')}`
  const image = imageAllowed ? 'one image' : 'no image'
  const spec = `Your copy may have ${maxCharacters} characters of visible text, ${links} and ${image}.`
  return description.trim() === '' ? spec : `${spec} ${description.trim()}`
}

/** E.g. `by the end of Thursday 3 December 2026, Eastern Time`. */
export function untilInWords({ deadline, zone }: SlotFacts): string {
  return `by the end of ${formatLongDay(deadline)}, ${zoneInWords(zone)}`
}

/** Until when copy is in time, and what happens after that, in a sentence or two. `what`: what is due. */
export function deadlineInWords(facts: SlotFacts, what = 'It'): string {
  const { deadline, today, placement } = facts
  const day = formatLongDay(deadline)
  if (today > deadline) {
    return placement.acceptsLate
      ? `${what} was due on ${day}. It is still taken, so please send it as soon as you can.`
      : `${what} was due on ${day}, and nothing is taken after that here. Please write to the editors.`
  }
  return `${what} is due ${untilInWords(facts)}.`
}

/** More than this of a comment is read on the page. */
const LONGEST_QUOTE = 2_000

/** What somebody said, as paragraphs; none where they said nothing. */
export function saidInWords({ byName, comment }: Said): string[] {
  const text = comment.trim()
  if (text === '') return []
  const letters = [...text]
  const shown = letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE - 1).join('')}…` : text
  const [first = '', ...rest] = shown.split(/\n\s*\n/).map((part) => part.trim())
  return [`${byName || 'The editors'} wrote: ${first}`, ...rest]
}
