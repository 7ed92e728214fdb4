import { readFileSync } from 'node:fs'
import type { Layout } from '@/lib/document/schema'
import { canonicalLink } from '@/lib/links/rules'
import { corpusFiles } from '@/lib/testing/corpus'
import { readFiledIssues } from '@/lib/testing/filed-issues'
import { parseMarkdown } from '@/lib/transfer/markdown/parse-markdown'
import { type Random, seededRandom } from '@/rigs/random'
import { makeVocabulary, writeWords, zipfRank } from './search-words'

/**
 * Whether an item's address went out before: `rerun` where its curator would want to know, `usual` where the section
 * repeats on purpose.
 */
export type Truth = 'new' | 'rerun' | 'usual'
export type PlayedItem = { headline: string; url: string; blurb: string; byline: string; truth: Truth }
export type PlayedIssue = { date: string; sections: { title: string; layout: Layout; items: PlayedItem[] }[] }

type Plan = {
  title: string
  layout: Layout
  items: number
  /** Share of the items that repeat, and from which of their section's items. */
  repeats: number
  truth: Exclude<Truth, 'new'>
  /** Issues back from which a repeat is taken, from 1. */
  within: number
  hosts: number
}

/** SRE Weekly: nine articles and five outages an issue; 3 of 2,097 article addresses again, status pages often. */
export const sreWeekly: Plan[] = [
  {
    title: 'Articles',
    layout: 'articles',
    items: 9,
    repeats: 3 / 2_097,
    truth: 'rerun',
    within: 60,
    hosts: 900,
  },
  { title: 'Outages', layout: 'list', items: 5, repeats: 0.3, truth: 'usual', within: 20, hosts: 120 },
]

/**
 * This Week in Rust, a fifth of its size: a quarter of its addresses were there within two issues. What repeats are events,
 * jobs, calls and proposals, week after week until they are over; of its reading one in a hundred comes again, since
 * somebody else sent it in. Its events are loose rows, which the import takes for articles, with commentary or without.
 */
export const thisWeekInRust: Plan[] = [
  {
    title: 'Project updates',
    layout: 'list',
    items: 10,
    repeats: 0.01,
    truth: 'rerun',
    within: 2,
    hosts: 300,
  },
  { title: 'Observations', layout: 'list', items: 15, repeats: 0.01, truth: 'rerun', within: 2, hosts: 400 },
  { title: 'Merged', layout: 'list', items: 15, repeats: 0, truth: 'usual', within: 1, hosts: 3 },
  { title: 'Calls', layout: 'list', items: 3, repeats: 0.6, truth: 'usual', within: 2, hosts: 20 },
  { title: 'Proposals', layout: 'list', items: 4, repeats: 0.3, truth: 'usual', within: 2, hosts: 2 },
  { title: 'Events', layout: 'articles', items: 18, repeats: 0.7, truth: 'usual', within: 2, hosts: 20 },
  { title: 'Jobs', layout: 'list', items: 2, repeats: 0.5, truth: 'usual', within: 2, hosts: 40 },
]

const WEEK_MS = 7 * 24 * 60 * 60 * 1_000
const FIRST = Date.UTC(2021, 0, 3)
const dateOf = (week: number) => new Date(FIRST + week * WEEK_MS).toISOString().slice(0, 10)
const titled = (words: string) => `${words[0]?.toUpperCase()}${words.slice(1)}`

/** Addresses of one thing are often written otherwise the second time. */
const otherwise = (random: Random, url: string) =>
  random.pick([url, `${url}?utm_source=weekly`, url.replace('https://', 'http://www.'), `${url}/`])

/** An archive of so many issues by a plan; the same seed makes the same one. */
export function makeArchive(plans: readonly Plan[], issues: number, seed: number): PlayedIssue[] {
  const random = seededRandom(seed)
  const vocabulary = makeVocabulary(random)
  const authors = Array.from({ length: 500 }, () => titled(writeWords(random, vocabulary, 2)))
  let made = 0
  const fresh = ({ title, hosts, layout }: Plan): PlayedItem => {
    made += 1
    const host = `${title.toLowerCase().replaceAll(' ', '-')}${zipfRank(random, hosts)}.example`
    const isStatus = title === 'Outages' && random.chance(0.4)
    return {
      headline: titled(
        writeWords(random, vocabulary, layout === 'list' ? 3 + random.below(5) : 4 + random.below(7)),
      ),
      url: isStatus ? `https://status.${host}/incidents/${made}` : `https://${host}/${made}/page-${made}`,
      blurb: layout === 'list' ? '' : writeWords(random, vocabulary, 30),
      byline:
        title === 'Events' || !random.chance(0.5) ? '' : (authors[zipfRank(random, authors.length)] ?? ''),
      truth: 'new',
    }
  }
  const sent = plans.map((): PlayedItem[][] => [])
  return Array.from({ length: issues }, (_, week) => ({
    date: dateOf(week),
    sections: plans.map((plan, at) => {
      // Each address once, so that none is taken twice: an issue would repeat itself, or repeat less than its plan says.
      const earlier = new Map(
        (sent[at] ?? []).slice(-plan.within).flatMap((issue) => issue.map((item) => [item.url, item])),
      )
      const items = Array.from({ length: plan.items }, (): PlayedItem => {
        if (earlier.size === 0 || !random.chance(plan.repeats)) return fresh(plan)
        const again = random.pick([...earlier.values()])
        earlier.delete(again.url)
        return { ...again, url: otherwise(random, again.url), truth: plan.truth }
      })
      // What was taken from is what was new: a rerun of a rerun is one of the first.
      sent[at]?.push(
        items.filter(({ truth }) => truth !== 'rerun').map((item) => ({ ...item, url: plainUrl(item.url) })),
      )
      return { title: plan.title, layout: plan.layout, items }
    }),
  }))
}

const plainUrl = (url: string) =>
  url.replace(/\?utm_source=weekly$|\/$/, '').replace('http://www.', 'https://')

type Read = { date: string | null; sections: { title: string | null; layout: Layout; items: ReadItem[] }[] }
type ReadItem = { headline: string | null; url: string | null; blurb: string }

/**
 * Issues as they were, the oldest first. What leads where an item led before is a rerun, or as usual.
 * @param isUsual of an item that does, and of its section
 */
function asPlayed(
  issues: readonly Read[],
  isUsual: (section: PlayedIssue['sections'][number], item: PlayedItem) => boolean,
): PlayedIssue[] {
  const played = issues.map(({ date, sections }) => ({
    date: date ?? '',
    sections: sections.map(({ title, layout, items }) => ({
      title: title ?? '',
      layout,
      items: items.map(({ headline, url, blurb }) => {
        return { headline: headline ?? '', url: url ?? '', blurb, byline: '', truth: 'new' as Truth }
      }),
    })),
  }))
  played.sort((one, other) => one.date.localeCompare(other.date))
  const seen = new Set<string>()
  for (const { sections } of played) {
    const here: string[] = []
    for (const section of sections)
      for (const item of section.items) {
        const canonical = canonicalLink(item.url)?.canonical ?? ''
        if (seen.has(canonical)) item.truth = isUsual(section, item) ? 'usual' : 'rerun'
        if (canonical !== '') here.push(canonical)
      }
    for (const canonical of here) seen.add(canonical)
  }
  return played
}

const readMarkdown = (file: string) => parseMarkdown(readFileSync(file, 'utf8'), file)
const isStatus = (url: string) => /^https?:\/\/(?:www\.)?status\./.test(url)

/** SRE Weekly 30–45 as far as they are here: 37–41 whole, the others as they were scraped. */
export function readSreWeekly(): PlayedIssue[] {
  const whole = corpusFiles('sreweekly/complete', /^issues-37-41\.json$/).flatMap(readFiledIssues)
  const scraped = corpusFiles('sreweekly', /^sreweekly-\d+\.md$/)
    .flatMap(readMarkdown)
    .filter(({ number }) => !whole.some((issue) => issue.number === number))
  return asPlayed([...whole, ...scraped], ({ layout }, { url }) => layout === 'list' || isStatus(url))
}

const reading = /news|blog|updates|observations|walkthroughs|miscellaneous|research|videos|projects/i

/** Issues of This Week in Rust as far as they are here: seven, of as many years. All but its reading repeats on purpose. */
export const readThisWeekInRust = (): PlayedIssue[] =>
  asPlayed(
    corpusFiles('twir', /\.(?:md|markdown)$/).flatMap(readMarkdown),
    ({ title }) => !reading.test(title),
  )
