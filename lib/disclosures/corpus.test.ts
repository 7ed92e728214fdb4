import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { DraftItem, IssueDraft } from '@/lib/issues/schema'
import { corpusFiles } from '@/lib/testing/corpus'
import { type DisclosureNames, findUndisclosed } from './rules'

/** What the curator of these issues disclosed, and nothing else: who paid him, and who paid for the issues. */
const names: DisclosureNames = {
  employerNames: ['Heroku', 'Salesforce: Salesforce is the parent company of my employer, Heroku.'],
  sponsorNames: ['VictorOps'],
  recentSponsors: [],
}
const disclosed = /\s*(?:Full disclosure:|This (?:article|survey) is published by my sponsor)[^\n]*/

type Read = { issue: number; item: DraftItem; disclosed: boolean }

/** Rows `1. [headline](address)` with their commentary indented below, as the scraper left them. */
function readIssue(file: string): Read[] {
  const issue = Number(/(\d+)\.md$/.exec(file)?.[1])
  return readFileSync(file, 'utf8')
    .split(/^1\. /m)
    .slice(1)
    .map((row) => {
      const [, headline = '', url = '', rest = ''] = /^\[(.*?)\]\((\S+?)\)([\s\S]*)$/.exec(row) ?? []
      const blurb = rest.replace(/^#+ .*$/m, '').trim()
      const item = { id: `${issue} ${headline}`, kind: 'link', headline, url, byline: '', disclosure: '' }
      return {
        issue,
        item: { ...item, blurb: blurb.replace(disclosed, '') } as DraftItem,
        disclosed: disclosed.test(blurb),
      }
    })
}

const items = corpusFiles('sreweekly', /^sreweekly-\d+\.md$/).flatMap(readIssue)
const inDraft = (reads: Read[]) =>
  ({ sections: [{ items: reads.map(({ item }) => item) }] }) as unknown as IssueDraft
const found = (pages: { address: string; names: string[] }[] = []) => {
  const ids = findUndisclosed(inDraft(items), names, { pages }).flatMap(({ where }) =>
    'id' in where ? [where.id] : [],
  )
  return items.filter(({ item }) => ids.includes(item.id))
}

describe.runIf(items.length > 0)('the nine disclosures of sixteen issues', () => {
  const wanted = items.filter((read) => read.disclosed)

  test('are nine', () => expect(wanted).toHaveLength(9))

  test('seven are told by headline, commentary and address alone', () => {
    expect(found().filter((read) => read.disclosed)).toHaveLength(7)
  })

  test('all are, once the pages were read that name the employer in passing', () => {
    const pages = wanted.map(({ item }) => ({ address: new URL(item.url).href, names: ['Heroku'] }))
    expect(found(pages).filter((read) => read.disclosed)).toHaveLength(9)
  })

  test('and few that were not disclosed', () => {
    expect(items.length).toBeGreaterThan(200)
    expect(found().filter((read) => !read.disclosed).length).toBeLessThanOrEqual(5)
  })
})

test('a sentence is proposed, by how an item meets a name', () => {
  const item = (fields: Partial<DraftItem>) =>
    ({
      id: 'i',
      kind: 'link',
      headline: '',
      url: '',
      blurb: '',
      byline: '',
      disclosure: '',
      ...fields,
    }) as DraftItem
  const fixOf = (fields: Partial<DraftItem>, onPage: string[] = []) => {
    const pages = [{ address: 'https://example.org/a', names: onPage }]
    const draft = { sections: [{ items: [item(fields)] }] } as unknown as IssueDraft
    const [finding] = findUndisclosed(draft, names, { pages })
    return finding?.fix?.does === 'edit' ? finding.fix.value : undefined
  }
  expect(fixOf({ headline: 'Heroku', url: 'https://status.heroku.com/1' })).toBe(
    'Full disclosure: Heroku is my employer.',
  )
  expect(fixOf({ blurb: 'Travis and Heroku.' })).toBe('Full disclosure: Heroku, my employer, is mentioned.')
  expect(fixOf({ url: 'https://example.org/a' }, ['Heroku'])).toBe(
    'Full disclosure: Heroku, my employer, is mentioned.',
  )
  expect(fixOf({ headline: 'Salesforce' })).toBe('Salesforce is the parent company of my employer, Heroku.')
  expect(fixOf({ url: 'https://victorops.com/blog' })).toMatch(
    /^This article is published by my sponsor, VictorOps/,
  )
  expect(fixOf({ headline: 'Tides' })).toBeUndefined()
})
