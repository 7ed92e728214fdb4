import type { PublicationView } from '@/lib/publication/schema'
import { markdownBlocks } from '@/lib/render/markdown/markdown-element'
import { spoken, wordsOf } from '@/lib/render/words/words-of'
import { AppearanceForm } from './appearance-form'

type Props = {
  publication: Pick<PublicationView, 'footer' | 'lang' | 'dir' | 'storefrontOpen' | 'suggestionsOpen'>
}

/** The publication's footer, in Markdown, the ways in for suggestions and for sponsors while there are any, and the choice of light and dark. */
export function PageFoot({ publication }: Props) {
  const { footer, lang, dir, storefrontOpen, suggestionsOpen } = publication
  const words = wordsOf(lang)
  return (
    <footer className="foot">
      {markdownBlocks(footer, { dir, heading: 2 })}
      {(suggestionsOpen || storefrontOpen) && (
        <p {...spoken(words, publication)}>
          {suggestionsOpen && <a href="/suggest">{words.suggestLink}</a>}
          {suggestionsOpen && storefrontOpen && ' · '}
          {storefrontOpen && <a href="/sponsor-us">{words.sponsorUs}</a>}
        </p>
      )}
      <AppearanceForm around={publication} />
    </footer>
  )
}
