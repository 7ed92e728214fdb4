import type { PublicationView } from '@/lib/publication/schema'
import { markdownBlocks } from '@/lib/render/markdown/markdown-element'
import { spoken, wordsOf } from '@/lib/render/words/words-of'
import { AppearanceForm } from './appearance-form'

type Props = { publication: Pick<PublicationView, 'footer' | 'lang' | 'dir' | 'storefrontOpen'> }

/** The publication's footer, in Markdown, the way in for sponsors while there is one, and the choice of light and dark. */
export function PageFoot({ publication }: Props) {
  const { footer, lang, dir, storefrontOpen } = publication
  const words = wordsOf(lang)
  return (
    <footer className="foot">
      {markdownBlocks(footer, { dir, heading: 2 })}
      {storefrontOpen && (
        <p {...spoken(words, publication)}>
          <a href="/sponsor-us">{words.sponsorUs}</a>
        </p>
      )}
      <AppearanceForm around={publication} />
    </footer>
  )
}
