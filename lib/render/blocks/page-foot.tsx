import type { PublicationView } from '@/lib/publication/schema'
import { markdownBlocks } from '@/lib/render/markdown/markdown-element'

type Props = { publication: Pick<PublicationView, 'footer' | 'dir' | 'storefrontOpen'> }

/** The publication's footer, in Markdown, and the way in for sponsors while there is one; nothing where both are absent. */
export function PageFoot({ publication: { footer, dir, storefrontOpen } }: Props) {
  if (!footer.trim() && !storefrontOpen) return null
  return (
    <footer className="foot">
      {markdownBlocks(footer, { dir, heading: 2 })}
      {storefrontOpen && (
        <p>
          <a href="/sponsor-us">Sponsor us</a>
        </p>
      )}
    </footer>
  )
}
