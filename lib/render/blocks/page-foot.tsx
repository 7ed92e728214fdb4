import type { PublicationView } from '@/lib/publication/schema'
import { markdownBlocks } from '@/lib/render/markdown/markdown-element'
import { spoken, wordsOf } from '@/lib/render/words/words-of'

type Props = { publication: Pick<PublicationView, 'footer' | 'lang' | 'dir' | 'storefrontOpen'> }

/** The publication's footer, in Markdown, and the way in for sponsors while there is one; nothing where both are absent. */
export function PageFoot({ publication }: Props) {
  const { footer, lang, dir, storefrontOpen } = publication
  if (!footer.trim() && !storefrontOpen) return null
  const words = wordsOf(lang)
  return (
    <footer className="foot">
      {markdownBlocks(footer, { dir, heading: 2 })}
      {storefrontOpen && (
        <p {...spoken(words, publication)}>
          <a href="/sponsor-us">{words.sponsorUs}</a>
        </p>
      )}
    </footer>
  )
}
