import { type Author, readByline } from '@/lib/archive/byline'
import { termSlug } from '@/lib/archive/rules'
import { canonicalLink } from '@/lib/links/rules'
import type { TopicQuestion } from './schema'

/** Words of a topic’s name at most, e.g. “on call”, “incident review”. */
const LONGEST_TOPIC = 3
const MOST_WORDS = 40

/** What makes published items like this one. `words`: slugs of what could be a topic’s name in the headline. */
export type TopicClues = { site: string | null; authors: string[]; words: string[] }

export function topicClues({ url, headline, byline }: TopicQuestion): TopicClues {
  const plain = byline.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]/g, '')
  return {
    site: canonicalLink(url)?.site ?? null,
    authors: readByline(plain).map(({ slug }: Author) => slug),
    words: namesIn(headline),
  }
}

/** Slugs of every one, two and three words that stand together. */
function namesIn(text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  const slugs = words.flatMap((_, from) =>
    Array.from({ length: LONGEST_TOPIC }, (_each, more) => {
      const part = words.slice(from, from + more + 1)
      return part.length === more + 1 ? termSlug(part.join(' ')) : ''
    }),
  )
  return [...new Set(slugs)].filter(Boolean)
}
