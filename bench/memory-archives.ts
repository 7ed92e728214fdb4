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
 * This Week in Rust, a fifth of its size: what repeats are events, jobs, calls and proposals, week after week until they
 * are over; of its reading one in a hundred comes again, since somebody else sent it in.
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
  { title: 'Calls', layout: 'list', items: 3, repeats: 0.5, truth: 'usual', within: 2, hosts: 20 },
  { title: 'Proposals', layout: 'list', items: 4, repeats: 0.3, truth: 'usual', within: 2, hosts: 2 },
  { title: 'Events', layout: 'list', items: 18, repeats: 0.65, truth: 'usual', within: 2, hosts: 20 },
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
      const earlier = (sent[at] ?? []).slice(-plan.within).flat()
      const taken = new Set<PlayedItem>()
      const items = Array.from({ length: plan.items }, (): PlayedItem => {
        const again = earlier.length > 0 && random.chance(plan.repeats) ? random.pick(earlier) : null
        if (!again || taken.has(again)) return fresh(plan)
        taken.add(again)
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

/** SRE Weekly 30–45 as far as they are here: 37–41 whole, the others as they were scraped. */
export function readSreWeekly(): PlayedIssue[] {
  const whole = corpusFiles('sreweekly/complete', /^issues-37-41\.json$/).flatMap(readFiledIssues)
  const scraped = corpusFiles('sreweekly', /^sreweekly-\d+\.md$/)
    .flatMap((file) => parseMarkdown(readFileSync(file, 'utf8'), file))
    .filter(({ number }) => !whole.some((issue) => issue.number === number))
  const issues = [...whole, ...scraped].map(({ date, sections }) => ({
    date: date ?? '',
    sections: sections.map(({ title, layout, items }) => ({
      title: title ?? '',
      layout,
      items: items.map(({ headline, url, blurb }) => {
        return { headline: headline ?? '', url: url ?? '', blurb, byline: '', truth: 'new' as Truth }
      }),
    })),
  }))
  return withTruth(issues.sort((one, other) => one.date.localeCompare(other.date)))
}

const isStatus = (url: string) => /^https?:\/\/(?:www\.)?status\./.test(url)

/** Of a real archive: an article that leads where an item led before is a rerun; a row of a list, or a status page, is as usual. */
function withTruth(issues: PlayedIssue[]): PlayedIssue[] {
  const seen = new Set<string>()
  for (const { sections } of issues) {
    const here: string[] = []
    for (const { layout, items } of sections)
      for (const item of items) {
        const canonical = canonicalLink(item.url)?.canonical ?? ''
        if (seen.has(canonical)) item.truth = layout === 'list' || isStatus(item.url) ? 'usual' : 'rerun'
        if (canonical !== '') here.push(canonical)
      }
    for (const canonical of here) seen.add(canonical)
  }
  return issues
}
