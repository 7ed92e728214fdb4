import { TopicList } from '@/components/reader/topic-list'
import { readAround } from '@/lib/archive/around-queries'
import { listTopics } from '@/lib/archive/found-queries'
import { wordsOf } from '@/lib/render/words/words-of'
import type { Page } from '@/server/reader/made'

/** `/topics`: all of them, with how much there is of each. */
export async function makeTopicsPage(): Promise<Page> {
  const [publication, topics] = await Promise.all([readAround(), listTopics()])
  const title = wordsOf(publication.lang).found.topics
  return {
    publication,
    head: { path: '/topics', title, description: `${title} · ${publication.name}` },
    content: <TopicList topics={topics} around={publication} />,
  }
}
