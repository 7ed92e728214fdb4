import type { Metadata } from 'next'
import { loadPublication, loadTopics } from '@/app/(reader)/load'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { TopicList } from '@/components/reader/topic-list'
import { PageFrame } from '@/lib/render/blocks/page-frame'
import { wordsOf } from '@/lib/render/words/words-of'

export async function generateMetadata(): Promise<Metadata> {
  const publication = await loadPublication()
  const { topics } = wordsOf(publication.lang).found
  const description = `${topics} · ${publication.name}`
  return pageMetadata({ publication, path: '/topics', title: topics, description })
}

export default async function TopicsPage() {
  const [publication, topics] = await Promise.all([loadPublication(), loadTopics()])
  return (
    <PageFrame publication={publication}>
      <TopicList topics={topics} around={publication} />
    </PageFrame>
  )
}
