import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { DraftItem } from '@/lib/issues/schema'
import { readPage } from '@/lib/pages/facts'
import { corpusFiles } from '@/lib/testing/corpus'
import { makeDraftOf, makeItem } from '@/lib/testing/drafts'
import { type DisclosureNames, findUndisclosed, knownNames, says } from './rules'

const disclosed = /\s*(?:Full disclosure:|This (?:article|survey) is published by my sponsor)[^\n]*/

type Read = { item: DraftItem; disclosed: boolean }

/** Rows `1. [headline](address)` with their commentary indented below, as the scraper left them. */
function readIssue(file: string): Read[] {
  return readFileSync(file, 'utf8')
    .split(/^1\. /m)
    .slice(1)
    .map((row) => {
      const [, headline = '', url = '', rest = ''] = /^\[(.*?)\]\((\S+?)\)([\s\S]*)$/.exec(row) ?? []
      const blurb = rest.replace(/^#+ .*$/m, '').trim()
      const id = `${file} ${headline}`
      const item = makeItem({ id, headline, url, blurb: blurb.replace(disclosed, '') })
      return { item, disclosed: disclosed.test(blurb) }
    })
}

/**
 * `names`: whom the curator discloses. Of the items those that disclose something, of these the ones that their own words
 * and address tell, and others that are told besides.
 */
type Trial = {
  name: string
  files: string[]
  names: DisclosureNames
  disclosing: number
  told: number
  besides: string[]
}

const trials: Trial[] = [
  {
    name: 'sixteen issues of SRE Weekly',
    files: corpusFiles('sreweekly', /^sreweekly-\d+\.md$/),
    names: {
      employerNames: ['Heroku', 'Salesforce: Salesforce is the parent company of my employer, Heroku.'],
      sponsorNames: ['VictorOps'],
      recentSponsors: [],
    },
    disclosing: 9,
    told: 7,
    besides: ['Ending Alert Fatigue', 'Know Anyone With This', 'Site Availability'],
  },
  {
    name: 'an issue of our own',
    files: ['lib/disclosures/fixtures/notes-21.md'],
    names: { employerNames: ['Quayworks'], sponsorNames: ['Coil & Sons'], recentSponsors: [] },
    disclosing: 3,
    told: 2,
    besides: ['Who paints the buoys'],
  },
]

describe.each(trials.filter(({ files }) => files.length > 0))('$name', ({ files, names, ...trial }) => {
  const items = files.flatMap(readIssue)
  const found = (pages: { address: string; names: string[] }[] = []) => {
    const warnings = findUndisclosed(makeDraftOf(items.map(({ item }) => item)), names, { pages })
    const ids = warnings.flatMap(({ where }) => ('id' in where ? [where.id] : []))
    return items.filter(({ item }) => ids.includes(item.id))
  }
  const besides = (reads: Read[]) => reads.filter((read) => !read.disclosed).map(({ item }) => item.headline)
  const alike = trial.besides.map((headline) => expect.stringContaining(headline))

  test('most of what is disclosed is told by headline, commentary and address, and little besides', () => {
    expect(items.filter((read) => read.disclosed)).toHaveLength(trial.disclosing)
    expect(found().filter((read) => read.disclosed)).toHaveLength(trial.told)
    expect(besides(found())).toEqual(alike)
  })

  test('the rest only where the article behind it names somebody, not what stands around the article', () => {
    const [name = ''] = names.employerNames
    const around = `<header>${name}</header><nav>${name}</nav><article><p>Of ropes.</article><footer>${name}</footer>`
    const within = around.replace('Of ropes.', `Of ropes, as ${name} has them.`)
    const namesIn = (html: string) => {
      const facts = readPage({
        body: Buffer.from(html),
        contentType: 'text/html',
        address: 'https://x.example/',
      })
      return knownNames(names).flatMap((known) => (says(facts?.text ?? '', known.name) ? [known.name] : []))
    }
    const [none, one] = [namesIn(around), namesIn(within)]
    const silent = new Set(found().map(({ item }) => item.url))
    const pages = items.map(({ item, disclosed }) => ({
      address: new URL(item.url).href,
      names: disclosed && !silent.has(item.url) ? one : none,
    }))
    expect(found(pages).filter((read) => read.disclosed)).toHaveLength(trial.disclosing)
    expect(besides(found(pages))).toEqual(alike)
  })
})
