import { beforeAll, describe, expect, it } from 'vitest'
import { corpusFiles } from '@/lib/testing/corpus'
import { makeFiledDocument } from '@/lib/testing/filed-document'
import { readFiledIssues } from '@/lib/testing/filed-issues'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { find, titleOf } from '@/lib/testing/search'
import { testDatabase } from '@/lib/testing/test-database'
import { countWords } from './commands/words'

/** What somebody asks, the headline that must come first, and what the search says of it. */
type Asked = [typed: string, headline: string, found: 'all' | 'any']

const corpora: { name: string; files: string[]; asked: Asked[] }[] = [
  {
    name: 'SRE Weekly 37–41',
    files: corpusFiles('sreweekly/complete', /^issues-37-41\.json$/),
    asked: [
      ['that article about TCP connection repair from years ago', 'TCP connection repair', 'any'],
      ['tcp connection repair', 'TCP connection repair', 'all'],
      ['conection repiar', 'TCP connection repair', 'all'],
      ['live migrating containers', 'TCP connection repair', 'all'],
      ['zuul netflix', 'Zuul 2: The Netflix Journey to Asynchronous, Non-Blocking Systems', 'all'],
      ['"retry storms"', 'Zuul 2: The Netflix Journey to Asynchronous, Non-Blocking Systems', 'all'],
      ['github load balancer', 'Introducing the GitHub Load Balancer', 'all'],
      ['status page trello', 'Trestus by canonical-ols', 'all'],
      ['first post-mortem', 'Writing Your First Postmortem', 'all'],
    ],
  },
  {
    name: 'fixtures of our own',
    files: ['lib/transfer/fixtures/complete/issues-12-13.json'],
    asked: [
      [
        'that story about the tide table which was lost for a week',
        'How we lost the tide table & found it again',
        'any',
      ],
      ['lost tide tables', 'How we lost the tide table & found it again', 'all'],
      ['lantrens', 'The rule of three lanterns', 'all'],
      ['"just didn’t have the page"', 'How we lost the tide table & found it again', 'all'],
      ['ferry mishaps', 'Ferry 4', 'all'],
    ],
  },
]

describe.each(corpora.filter(({ files }) => files.length > 0))('in $name', ({ files, asked }) => {
  testDatabase()
  beforeAll(async () => {
    for (const issue of files.flatMap(readFiledIssues)) await makePublishedIssue(makeFiledDocument(issue))
    await countWords()
  })

  it.each(asked)('“%s” finds “%s”', async (typed, headline, found) => {
    const results = await find(typed)
    expect({ found: results.found, first: results.hits[0] && titleOf(results.hits[0]) }).toEqual({
      found,
      first: headline,
    })
  })

  it('each headline finds its own item first', async () => {
    const headlines = files
      .flatMap(readFiledIssues)
      .flatMap(({ sections }) =>
        sections.flatMap(({ items }) => items.flatMap(({ headline }) => headline ?? [])),
      )
    const once = headlines.filter(
      (headline) => headlines.indexOf(headline) === headlines.lastIndexOf(headline),
    )
    const missed: string[] = []
    for (const headline of once) {
      const { hits } = await find(headline)
      if (hits[0] && titleOf(hits[0]) !== headline) missed.push(headline)
    }
    expect(missed).toEqual([])
  })
})
