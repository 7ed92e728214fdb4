import type { ReactNode } from 'react'
import type { PublicationView } from '@/lib/publication/schema'
import { Masthead } from './masthead'
import { PageFoot } from './page-foot'

type Props = {
  publication: Pick<PublicationView, 'name' | 'tagline' | 'footer' | 'dir' | 'storefrontOpen'>
  /** On the front page, which says what the publication is. */
  tagline?: boolean
  children: ReactNode
}

/** What stands around every page for readers. */
export function PageFrame({ publication, tagline = false, children }: Props) {
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <Masthead publication={publication} tagline={tagline} />
      <main id="content">{children}</main>
      <PageFoot publication={publication} />
    </>
  )
}
