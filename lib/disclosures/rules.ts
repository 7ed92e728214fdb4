import { hostOf } from '@/lib/address/rules'
import { nameOfItem } from '@/lib/issues/rules'
import type { DraftItem, IssueDraft } from '@/lib/issues/schema'
import { askedAddress } from '@/lib/pages/rules'
import type { Finding } from '@/lib/preflight/rules'

/** A company that had a message lately, or has one in the issue. `website`: as the curator wrote it, often empty. */
export type NamedSponsor = { name: string; website: string }

/** Names from the settings, and sponsors, that a reader should be told of where they are met. */
export type DisclosureNames = {
  /** `Name`, or `Name: what to disclose`. */
  employerNames: string[]
  sponsorNames: string[]
  recentSponsors: NamedSponsor[]
}

type Known = { name: string; who: 'employer' | 'sponsor'; website: string; sentence: string | null }

/** How an item meets somebody: it leads to them, its headline or its text names them, or its page does. */
type Meeting = 'host' | 'headline' | 'text' | 'page'

const letters = /[^\p{L}\p{N}]+/gu
const quoteForRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether a text says a name, as a word of its own. */
export function says(text: string, name: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${quoteForRegExp(name)}(?![\\p{L}\\p{N}])`, 'iu').test(text)
}

/** Whether an address is on a host of that name. */
function isOnHost(address: string, name: string): boolean {
  const label = name.toLowerCase().replace(letters, '')
  const host = hostOf(address)
  return label.length > 2 && host !== null && host.split('.').includes(label)
}

/**
 * Whether an address is of a website: on its host or one below it; where the website names a path, as on a host that
 * many share, within that path.
 */
function isWithin(address: string, website: string): boolean {
  const [host, site] = [hostOf(address), website.includes('://') ? website : `https://${website}`]
  const home = hostOf(site)
  if (host === null || home === null) return false
  const path = new URL(site.trim()).pathname.replace(/\/$/, '')
  if (path === '') return host === home || host.endsWith(`.${home}`)
  return host === home && `${new URL(address.trim()).pathname}/`.startsWith(`${path}/`)
}

/** Everybody to be told of, named once each. `Name: what to disclose` brings its own words. */
export function knownNames({ employerNames, sponsorNames, recentSponsors }: DisclosureNames): Known[] {
  const read = (written: string, who: Known['who'], website = ''): Known => {
    const [name = '', ...rest] = written.split(/:\s+/)
    return { name: name.trim(), who, website, sentence: rest.join(': ').trim() || null }
  }
  return [
    ...employerNames.map((name) => read(name, 'employer')),
    ...sponsorNames.map((name) => read(name, 'sponsor')),
    ...recentSponsors.map(({ name, website }) => ({ ...read('', 'sponsor', website), name: name.trim() })),
  ].filter(({ name }) => name !== '')
}

function meetingOf(item: DraftItem, { name, website }: Known, onPage: readonly string[]): Meeting | null {
  if (isOnHost(item.url, name) || isWithin(item.url, website)) return 'host'
  if (says(item.headline, name)) return 'headline'
  if (says(item.blurb, name) || says(item.byline, name)) return 'text'
  return onPage.includes(name) ? 'page' : null
}

/** What is disclosed, to be changed at will. */
function sentenceOf({ name, who, sentence }: Known, meeting: Meeting): string {
  if (sentence) return sentence
  const isTheirs = meeting === 'host' || meeting === 'headline'
  if (who === 'employer')
    return isTheirs
      ? `Full disclosure: ${name} is my employer.`
      : `Full disclosure: ${name}, my employer, is mentioned.`
  return meeting === 'host'
    ? `This article is published by my sponsor, ${name}, but their sponsorship did not influence its inclusion in this issue.`
    : `Full disclosure: ${name}, my sponsor, is mentioned.`
}

const how: Record<Meeting, string> = {
  host: 'concerns',
  headline: 'concerns',
  text: 'mentions',
  page: 'leads to a page that mentions',
}

/** What the text of pages names, by their addresses. */
type Pages = { pages: readonly { address: string; names: readonly string[] }[] }

/**
 * Items that concern an employer or a sponsor named in the settings, or a company with a message in this issue or
 * shortly before, and disclose nothing: a suggestion, with the sentence that would do.
 */
export function findUndisclosed(
  draft: IssueDraft,
  names: DisclosureNames,
  { pages }: Pages = { pages: [] },
): Finding[] {
  const known = knownNames(names)
  const onPages = new Map(pages.map((page) => [page.address, page.names]))
  return draft.sections
    .flatMap((section) => section.items)
    .filter((item) => item.disclosure.trim() === '')
    .flatMap((item): Finding[] => {
      const onPage = onPages.get(askedAddress(item.url) ?? '') ?? []
      const met = known.flatMap((one) => {
        const meeting = meetingOf(item, one, onPage)
        return meeting ? [{ one, meeting }] : []
      })
      const ranks: Meeting[] = ['host', 'headline', 'text', 'page']
      const [first] = met.sort((a, b) => ranks.indexOf(a.meeting) - ranks.indexOf(b.meeting))
      if (!first) return []
      const { one, meeting } = first
      const sentence = sentenceOf(one, meeting)
      return [
        {
          code: 'item-disclosure',
          level: 'warn',
          message: `${nameOfItem(item)} ${how[meeting]} your ${one.who}, ${one.name}. Disclose it? “${sentence}”`,
          where: { kind: 'item', id: item.id, field: 'disclosure' },
          fix: {
            label: 'Add this disclosure',
            does: 'edit',
            row: { kind: 'item', id: item.id },
            field: 'disclosure',
            value: sentence,
          },
        },
      ]
    })
}
