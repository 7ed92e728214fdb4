import { readPublication } from '@/lib/publication/queries'
import type { PublicationView } from '@/lib/publication/schema'
import { hasTopics } from './found-queries'

/** The publication as it stands around readers' pages, and whether there is anything at `/topics`. */
export type Around = PublicationView & { hasTopics: boolean }

/** What stands around every page for readers. */
export async function readAround(): Promise<Around> {
  const [publication, topics] = await Promise.all([readPublication(), hasTopics()])
  return { ...publication, hasTopics: topics }
}
