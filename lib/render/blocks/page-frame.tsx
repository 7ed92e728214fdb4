import type { ReactNode } from 'react'
import type { Tongue } from '@/lib/document/language'
import type { PublicationView } from '@/lib/publication/schema'
import { spoken, wordsOf } from '@/lib/render/words/words-of'
import { Masthead } from './masthead'
import { PageFoot } from './page-foot'

export type FrameProps = {
  publication: Pick<
    PublicationView,
    'name' | 'tagline' | 'footer' | 'lang' | 'dir' | 'storefrontOpen' | 'suggestionsOpen'
  > & {
    /** Whether there is anything at `/topics`. */
    hasTopics?: boolean
  }
  /** On the front page, which says what the publication is. */
  tagline?: boolean
  /** Not on the page that is the search itself. */
  search?: boolean
  /** `lang` and `dir` of the content, where it isn't in the publication's language. */
  tongue?: Partial<Tongue>
  children: ReactNode
}

/** What stands around every page for readers. */
export function PageFrame({
  publication,
  tagline = false,
  search = true,
  tongue = {},
  children,
}: FrameProps) {
  const words = wordsOf(publication.lang)
  return (
    <>
      <a className="skip" href="#content" {...spoken(words, publication)}>
        {words.skip}
      </a>
      <Masthead publication={publication} tagline={tagline} search={search} />
      <main id="content" {...tongue}>
        {children}
      </main>
      <PageFoot publication={publication} />
    </>
  )
}
