import { parseOpml } from 'feedsmith'
import { beforeEach, expect, it } from 'vitest'
import { writeOpml } from '@/lib/render/feed/write-opml'
import { countWords } from '@/lib/search/commands/words'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { expectWellFormed } from '@/lib/testing/strict-feeds'
import { testDatabase } from '@/lib/testing/test-database'
import { listSources } from './source-queries'

const { empty } = testDatabase()
beforeEach(empty)

it('lists the sites that more than one item leads to, where on them most lead', async () => {
  const urls = [
    'https://blog.a.example/1',
    'HTTPS://blog.a.example/2',
    'https://a.example/3',
    'https://b.example/1',
  ]
  const items = [...urls, 'https://c.example/?x=1', 'https://c.example#y'].map((url) => makeItem({ url }))
  await makePublishedIssue(makeDocument({ sections: [makeSection({ items })] }))
  await countWords()
  const sources = await listSources()
  expect(sources).toEqual([
    { site: 'a.example', origin: 'https://blog.a.example', items: 3 },
    { site: 'c.example', origin: 'https://c.example', items: 2 },
  ])
  const text = writeOpml('A <b> & c', sources)
  expectWellFormed(text)
  expect(parseOpml(text)).toMatchObject({
    head: { title: 'A <b> & c' },
    body: {
      outlines: [{ type: 'link', text: 'a.example', url: 'https://blog.a.example/' }, { text: 'c.example' }],
    },
  })
})
