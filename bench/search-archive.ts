import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { countWords } from '@/lib/search/commands/words'
import { type Searched, vectorOf } from '@/lib/search/vector'
import { type Random, seededRandom } from '@/rigs/random'
import { makeVocabulary, writeJapanese, writeWords, zipfRank } from './search-words'

const BATCH = 1_000
const DAY_MS = 24 * 60 * 60 * 1_000
const FIRST = Date.UTC(2013, 5, 2)
const HOSTS = 4_000
const sections = [
  'Articles',
  'Observations',
  'Tooling',
  'Crate of the week',
  'Calls',
  'Events',
  'Jobs',
  'Outages',
]
const topics = Array.from({ length: 60 }, (_, at) => `topic-${at}`)

type ItemRow = Searched & { id: string; issueId: string; ordinal: number; url: string }

function makeItem(
  random: Random,
  vocabulary: string[],
  date: string,
): Omit<ItemRow, 'id' | 'issueId' | 'ordinal'> {
  const japanese = random.chance(0.03)
  const write = (words: number) =>
    japanese ? writeJapanese(random, Math.ceil(words / 3)) : writeWords(random, vocabulary, words)
  const site = `site${zipfRank(random, HOSTS)}.example`
  const host = random.chance(0.3) ? `blog.${site}` : site
  const section = sections[zipfRank(random, sections.length)] ?? 'Articles'
  const slug = section.toLowerCase().replaceAll(' ', '-')
  const name = topics[zipfRank(random, topics.length)] ?? ''
  return {
    headline: write(4 + random.below(7)),
    authors: random.chance(0.5) ? [writeWords(random, vocabulary, 2)] : [],
    host,
    site,
    url: `https://${host}/${random.below(1_000_000)}`,
    sectionTitle: section,
    sectionSlug: slug,
    topics: random.chance(0.4) ? [{ slug: name, name }] : [],
    // Many bare rows, many notes of a sentence or three, few long ones.
    text: random.chance(0.2) ? '' : write(8 + zipfRank(random, 160)),
    date,
  }
}

async function writeItems(rows: ItemRow[]): Promise<void> {
  const column = <T>(read: (row: ItemRow) => T) => rows.map(read)
  const item = ({ id, headline, url, text }: ItemRow) =>
    JSON.stringify({
      id,
      kind: 'link',
      headline,
      url,
      links: [],
      blurb: text,
      byline: null,
      credit: null,
      disclosure: null,
      topics: [],
    })
  await pgPool().query(
    `INSERT INTO "ArchivedItem" ("id", "issueId", "ordinal", "sectionId", "sectionTitle", "sectionSlug", "layout",
       "kind", "headline", "url", "host", "site", "topics", "authors", "item", "text", "date", "publishedAt", "search")
     SELECT id, issue, ordinal, '', section, slug, 'articles', 'link', headline, url, host, site, ARRAY[]::text[],
       ARRAY[]::text[], item, text, date, date + time '20:00', vector::tsvector
     FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::jsonb[], $11::text[], $12::date[], $13::text[])
       AS row (id, issue, ordinal, section, slug, headline, url, host, site, item, text, date, vector)`,
    [
      column(({ id }) => id),
      column(({ issueId }) => issueId),
      column(({ ordinal }) => ordinal),
      column(({ sectionTitle }) => sectionTitle),
      column(({ sectionSlug }) => sectionSlug),
      column(({ headline }) => headline),
      column(({ url }) => url),
      column(({ host }) => host),
      column(({ site }) => site),
      column(item),
      column(({ text }) => text),
      column(({ date }) => date),
      column(vectorOf),
    ],
  )
}

/** Issues with their archive rows, a week apart or less; their editions hold nothing, since no search reads them. */
async function writeIssues(count: number): Promise<{ id: string; date: string }[]> {
  const days = Math.max(1, Math.min(7, Math.floor((13 * 365) / count)))
  const issues = Array.from({ length: count }, (_, at) => ({
    id: randomUUID(),
    date: new Date(FIRST + at * days * DAY_MS),
    number: at + 1,
    slug: `issue-${at + 1}`,
    title: `Issue ${at + 1}`,
  }))
  for (let at = 0; at < issues.length; at += BATCH) {
    const batch = issues.slice(at, at + BATCH)
    const editions = batch.map((issue) => ({
      id: randomUUID(),
      issueId: issue.id,
      edition: 1,
      document: {},
      hash: '',
      publishedAt: issue.date,
    }))
    await db().issue.createMany({ data: batch.map((issue) => ({ ...issue, state: 'PUBLISHED' as const })) })
    await db().edition.createMany({ data: editions })
    await db().archivedIssue.createMany({
      data: batch.map(({ id, ...issue }, index) => ({
        ...issue,
        issueId: id,
        editionId: editions[index]?.id ?? '',
        itemCount: 1,
        publishedAt: issue.date,
        updatedAt: issue.date,
        indexVersion: 1_000,
      })),
    })
  }
  return issues.map(({ id, date }) => ({ id, date: date.toISOString().slice(0, 10) }))
}

/**
 * Fills an empty database with an archive to search: words by Zipf's law out of 60,000, one item in thirty Japanese.
 * The same seed makes the same texts.
 * @returns the words, the commonest first
 */
export async function seedSearchArchive(items: number, issues: number): Promise<string[]> {
  const random = seededRandom(77)
  const vocabulary = makeVocabulary(random)
  await db().publication.create({ data: { name: 'Bench Weekly' } })
  const made = await writeIssues(issues)
  let rows: ItemRow[] = []
  for (let at = 0; at < items; at += 1) {
    const issue = made[Math.floor((at * issues) / items)]
    if (!issue) break
    rows.push({
      ...makeItem(random, vocabulary, issue.date),
      id: randomUUID(),
      issueId: issue.id,
      ordinal: at,
    })
    if (rows.length < BATCH && at < items - 1) continue
    await writeItems(rows)
    rows = []
  }
  await countWords()
  await db().$executeRaw`VACUUM ANALYZE "ArchivedItem"`
  await db().$executeRaw`VACUUM ANALYZE "SearchWord"`
  return vocabulary
}
