import type { PageOutcome } from '@/lib/pages/schema'

/** Findings that the settings may have stop publishing, and what they are about; the others do always, or never. */
export const choosableFindings = {
  'link-dead': 'a link that is dead',
  'link-missing': 'a link whose page seems gone',
  'link-moved': 'a link that leads on elsewhere',
  'item-repeat': 'the same address twice in the issue',
  'item-past': 'an address that an issue of the last year had',
  'text-placeholder': 'words left for later (TODO, TK, XXX, [[)',
  'text-quotes': 'quotation marks that don’t pair up',
  'link-text': 'links that say only “here” or the like',
  'image-alt': 'pictures without a description',
  'section-empty': 'sections without items',
  'item-blurb': 'articles without a blurb',
  'item-disclosure': 'employers and sponsors without a disclosure',
} as const
export type ChoosableFinding = keyof typeof choosableFindings
export const choosableCodes = Object.keys(choosableFindings) as [ChoosableFinding, ...ChoosableFinding[]]

/** What is known of the page behind an address of the draft. `address`: as `askedAddress` gives it. */
export type CheckedPage = {
  address: string
  outcome: PageOutcome
  message: string
  finalAddress: string
  /** ISO 8601 UTC. */
  lookedAt: string
  /** Of the employers and sponsors, those that its text names. */
  names: string[]
}

/** Where an address stood within the last year, newest first. `address`: as the draft has it. */
export type PastPlace = {
  address: string
  headline: string
  /** What the issue is called. */
  issue: string
  /** `YYYY-MM-DD` */
  date: string
  /** Of the item, on readers’ pages. */
  path: string
  /** Whether it was the issue before this one. */
  isPrevious: boolean
}

/** What the server alone knows of a draft. */
export type Checks = {
  pages: CheckedPage[]
  past: PastPlace[]
  /** Of canonical addresses that are known by others too, one that all of them have in common. */
  aliases: { canonical: string; same: string }[]
  /** How far the check of the links is; null where none was asked for. Instants ISO 8601 UTC. */
  run: LinkRun | null
}
export type LinkRun = { askedAt: string; total: number; done: number; finishedAt: string | null }

export const noChecks: Checks = { pages: [], past: [], aliases: [], run: null }
