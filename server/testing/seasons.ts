import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { corpusFiles } from '@/lib/testing/corpus'
import { bytesPage, type PlayedPage } from '@/lib/testing/odd-pages'

const scraped = (numbers: RegExp) =>
  corpusFiles('sreweekly', new RegExp(`^sreweekly-(?:${numbers.source})\\.md$`))
const own = (number: number) => `server/jobs/fixtures/notes-${number}.md`

const statue = /^The creation of a marble/
const coins = 'Coinbase - Buy/Sell Digital Currency'
/** What pages of the corpus are called; the others have no title. */
const titles: Record<string, string | RegExp> = {
  'basic-basic-body.html': 'ccc',
  'basic-basic-duplicates.html': 'zzz',
  'basic-basic.html': 'ccc',
  'encoding-euc-jp.html': /^【楽天市場】Shopping is/,
  'encoding-html_4.html': '腾讯首页',
  'encoding-html_5.html': '腾讯首页',
  'oembed-oembed-entities.html': statue,
  'oembed-oembed-multi.html': statue,
  'oembed-oembed-xml-cdata.html': /^The Bugle/,
  'oembed-oembed-xml.html': /^Eminem - Lucky/,
  'oembed-oembed.html': statue,
  'open_graph-multi.html': coins,
  'twitter_card-multi.html': coins,
}
const played = (file: string) => bytesPage(basename(file), readFileSync(file), titles[basename(file)] ?? '')
const unfurled = corpusFiles('hostile/unfurl', /\.html$/).map(played)
/** What those pages ask of the site they stand on, by its path. */
export const asides = corpusFiles('hostile/unfurl', /^oembed-.*\.(?:json|xml)$/).flatMap(
  (file): [string, PlayedPage][] => {
    const path = `/${file.endsWith('json') ? 'json' : 'xml'}/${basename(file).slice('oembed-'.length)}`
    return [
      [`*${path}`, played(file)],
      [`*/oembed-service?format=json&file=${path}`, played(file)],
    ]
  },
)

/**
 * `next`: newsletters that are built from their addresses, which bring odd pages and then these, after those of `past`.
 * `end`: where a chain of redirects ends. `services`: what rows are called before anybody writes a name.
 * `told`: what memory says of what was captured; `repeats`: what the findings do.
 */
export type Season = {
  name: string
  /** Files, as those of `next`. */
  past: string[]
  next: string[]
  pages: PlayedPage[]
  end: string
  services: string[]
  told: string[]
  repeats: string[]
}

export const seasons: Season[] = [
  {
    name: 'SRE Weekly 42 and 43 after 30–41',
    past: [...scraped(/3[0-6]/), ...corpusFiles('sreweekly/complete', /^issue-\d+\.md$/)],
    next: scraped(/4[23]/),
    pages: unfurled,
    end: 'http://moved.example/here',
    services: ['Google Cloud Platform', 'PlayStation Network'],
    told: [],
    repeats: [],
  },
  {
    name: 'two issues of our own after another',
    past: [own(13)],
    next: [own(14), own(15)],
    pages: [],
    end: 'https://gulls.example/charts',
    services: ['Lamp Watch', 'Lamp Watch'],
    told: ['Sent in #13 on 14 Mar', 'Sent in #13 on 14 Mar', 'Sent in #14 on 21 Mar'],
    repeats: [
      'What the gulls saw was in the previous issue, Harbour Notes Issue #13 (Sun 14 Mar 2021) as “Charts drawn by gulls”.',
      'Three lanterns, again was in the previous issue, Harbour Notes Issue #13 (Sun 14 Mar 2021) as “The rule of three lanterns”.',
      'A slow tide, seen from land was in the previous issue, Tide Table Issue #14 (Sun 21 Mar 2021) as “A slow tide”.',
    ],
  },
]
