import { addressProblem } from '@/lib/address/rules'
import { markdownToHast } from '@/lib/render/markdown/to-hast'
import type { AdCopyContent, SlotState } from './schema'

/** States that take up their place. */
export function isLive(state: SlotState): boolean {
  return state !== 'RELEASED' && state !== 'MISSED'
}

/**
 * From which states each step leads on. `submit` from RAN keeps the state: what runs stays up until the new copy is
 * approved.
 */
const steps = {
  book: ['HELD'],
  submit: ['BOOKED', 'COPY_SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED', 'RAN'],
  approve: ['COPY_SUBMITTED', 'CHANGES_REQUESTED', 'RAN'],
  requestChanges: ['COPY_SUBMITTED', 'APPROVED', 'RAN'],
  move: ['HELD', 'BOOKED', 'COPY_SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED'],
  release: ['HELD', 'BOOKED', 'COPY_SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED'],
  miss: ['BOOKED', 'COPY_SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED'],
  run: ['APPROVED'],
} as const satisfies Record<string, readonly SlotState[]>
export type SlotStep = keyof typeof steps

export function mayStep(state: SlotState, step: SlotStep): boolean {
  return (steps[step] as readonly SlotState[]).includes(state)
}

const words: Record<SlotState, string> = {
  HELD: 'on hold',
  BOOKED: 'booked',
  COPY_SUBMITTED: 'waiting for review',
  CHANGES_REQUESTED: 'changes requested',
  APPROVED: 'approved',
  RAN: 'ran',
  RELEASED: 'released',
  MISSED: 'missed',
}
/** The state in words, e.g. “waiting for review”. */
export const stateInWords = (state: SlotState): string => words[state]

/**
 * The last calendar day, `YYYY-MM-DD`, on which copy is in time: so many days before the issue's date, whole days in
 * the publication's zone.
 */
export function deadlineOf(issueDate: string, deadlineDays: number): string {
  const day = new Date(`${issueDate}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - deadlineDays)
  return day.toISOString().slice(0, 10)
}

type Node = ReturnType<typeof markdownToHast>['children'][number]

const wordsOf = (node: Node): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(wordsOf).join('') : ''

type Words = Pick<AdCopyContent, 'headline' | 'text' | 'callToAction'>

/** What a reader sees of the copy: headline, text, call to action; no marks of Markdown, no addresses of links. */
export function visibleText(copy: Words): string {
  const text = markdownToHast(copy.text).children.map(wordsOf).join(' ')
  const shown = [copy.headline, text, copy.callToAction].map((part) => part.replace(/\s+/g, ' ').trim())
  return shown.filter((part) => part !== '').join('\n')
}

/** Characters (code points) that a reader sees of the copy. */
export function visibleLength(copy: Words): number {
  return [...visibleText(copy).replaceAll('\n', '')].length
}

function addressesIn(node: Node): string[] {
  if (node.type !== 'element') return []
  const own = node.tagName === 'a' ? [String(node.properties.href ?? '')] : []
  return [...own, ...node.children.flatMap(addressesIn)]
}

/** Where the copy leads: its own address as it was written, then those of the links in its text. */
export function addressesOf({ text, url }: Pick<AdCopyContent, 'text' | 'url'>): string[] {
  return [...(url.trim() === '' ? [] : [url]), ...markdownToHast(text).children.flatMap(addressesIn)]
}

/** How many links the copy has: those in its text, and its own address. */
export function countLinks(copy: Pick<AdCopyContent, 'text' | 'url'>): number {
  return addressesOf(copy).length
}

export type PlacementSpec = { maxCharacters: number; maxLinks: number; imageAllowed: boolean }

/** What keeps copy from being submitted, by field, in words for whoever wrote it; empty when nothing does. */
export function findCopyProblems(
  copy: AdCopyContent,
  spec: PlacementSpec,
): Partial<Record<keyof AdCopyContent, string>> {
  const problems: Partial<Record<keyof AdCopyContent, string>> = {}
  const length = visibleLength(copy)
  if (copy.text.trim() === '' && copy.headline.trim() === '')
    problems.text = 'Write the text readers will see.'
  else if (length > spec.maxCharacters) {
    const over = length - spec.maxCharacters
    problems.text = `This is ${over} ${over === 1 ? 'character' : 'characters'} over the ${spec.maxCharacters} that this placement has. Shorten it.`
  }
  const links = countLinks(copy)
  if (links > spec.maxLinks && !problems.text) {
    problems.text = `This has ${links} links; this placement has ${spec.maxLinks}. Remove ${links - spec.maxLinks}.`
  }
  const address = copy.url.trim() === '' ? null : addressProblem(copy.url)
  if (address) problems.url = address
  if (copy.callToAction.trim() !== '' && copy.url.trim() === '')
    problems.url = 'Say where the call to action leads.'
  if (copy.imageId !== null && !spec.imageAllowed)
    problems.imageId = 'This placement has no image. Remove it.'
  if (copy.imageId !== null && copy.imageAlt.trim() === '') {
    problems.imageAlt = 'Say in words what the image shows, for readers who don’t see it.'
  }
  return problems
}

/** The label of a sponsor's part, from the settings' sponsor line. */
export function labelFor(sponsorLine: string, name: string): string {
  return sponsorLine.replaceAll('{name}', name)
}

/** The list with one of it so many places further on; at an end it stays. */
export function movedBy<T>(list: readonly T[], one: T, steps: number): T[] {
  const to = Math.min(Math.max(list.indexOf(one) + steps, 0), list.length - 1)
  return list.filter((other) => other !== one).toSpliced(to, 0, one)
}
