import { hostOf } from '@/lib/address/rules'
import { nameOfItem } from '@/lib/issues/rules'
import type { DraftItem, IssueDraft } from '@/lib/issues/schema'
import { askedAddress } from '@/lib/pages/rules'
import { addressesOfItem } from '@/lib/preflight/addresses'
import { onceFor } from '@/lib/preflight/once-for'
import type { Warning } from '@/lib/preflight/rules'

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
/** What is looked for in each item to tell somebody known: a word, a part of the host, an address within their site. */
type Wanted = { pattern: RegExp; label: string; site: Site | null }
type Site = { host: string; path: string }
/** Where an item leads, by its address or a further link; and where its commentary does. */
type Leads = { own: Lead[]; inText: Lead[] }
type Lead = { host: string; path: string }

/** How an item meets somebody: it leads to them, its headline or its text names them or links to them, or its page does. */
type Meeting = 'host' | 'headline' | 'text' | 'page'

const ownLinks = ['url', 'links']
const letters = /[^\p{L}\p{N}]+/gu
/** A text as a regular expression finds just it. */
export const quoteForRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether a text says a name, as a word of its own. */
export function says(text: string, name: string): boolean {
  return wordOf(name).test(text)
}

const wordOf = (name: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${quoteForRegExp(name)}(?![\\p{L}\\p{N}])`, 'iu')

/** Whether a lead is to a host of that name. */
const isOnHost = (lead: Lead, label: string) => label.length > 2 && lead.host.split('.').includes(label)

function siteOf(website: string): Site | null {
  const written = website.includes('://') ? website : `https://${website}`
  const host = hostOf(written)
  return host === null ? null : { host, path: new URL(written.trim()).pathname.replace(/\/$/, '') }
}

function leadsOf(item: DraftItem, fields: readonly string[]): Lead[] {
  return addressesOfItem(item).flatMap(({ address, where }) => {
    const host = 'field' in where && fields.includes(where.field) ? hostOf(address) : null
    return host === null ? [] : [{ host, path: new URL(address.trim()).pathname }]
  })
}

const leadsOfItem = onceFor(
  (item: DraftItem): Leads => ({ own: leadsOf(item, ownLinks), inText: leadsOf(item, ['blurb']) }),
)

const wantedOf = ({ name, website }: Known): Wanted => ({
  pattern: wordOf(name),
  label: name.toLowerCase().replace(letters, ''),
  site: siteOf(website),
})

/**
 * Whether an address is of a website: on its host or one below it; where the website names a path, as on a host that
 * many share, within that path.
 */
function isWithin(lead: Lead, site: Site | null): boolean {
  if (site === null) return false
  if (site.path === '') return lead.host === site.host || lead.host.endsWith(`.${site.host}`)
  return lead.host === site.host && `${lead.path}/`.startsWith(`${site.path}/`)
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

function meetingOf(item: DraftItem, leads: Leads, { pattern, label, site }: Wanted): Meeting | null {
  const isTheirs = (lead: Lead) => isOnHost(lead, label) || isWithin(lead, site)
  if (leads.own.some(isTheirs)) return 'host'
  if (pattern.test(item.headline)) return 'headline'
  const texts = [item.blurb, item.byline, ...item.links.map((link) => link.label)]
  return texts.some((text) => pattern.test(text)) || leads.inText.some(isTheirs) ? 'text' : null
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
): Warning[] {
  const known = knownNames(names).map((one) => ({ one, wanted: wantedOf(one) }))
  const onPages = new Map(pages.map((page) => [page.address, page.names]))
  return draft.sections
    .flatMap((section) => section.items)
    .filter((item) => item.disclosure.trim() === '')
    .flatMap((item): Warning[] => {
      // A page that the commentary leads to in passing names many who are no concern of the item.
      const own = [item.url, ...item.links.map(({ url }) => url)]
      const onPage = own.flatMap((url) => onPages.get(askedAddress(url) ?? '') ?? [])
      const leads = leadsOfItem(item)
      const met = known.flatMap(({ one, wanted }) => {
        const meeting = meetingOf(item, leads, wanted) ?? (onPage.includes(one.name) ? 'page' : null)
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
