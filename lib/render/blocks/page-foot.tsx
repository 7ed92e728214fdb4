import type { PublicationView } from '@/lib/publication/schema'
import { markdownBlocks } from '@/lib/render/markdown/markdown-element'

/** The publication's footer, in Markdown; nothing where it has none. */
export function PageFoot({ publication }: { publication: Pick<PublicationView, 'footer' | 'dir'> }) {
  if (!publication.footer.trim()) return null
  return (
    <footer className="foot">
      {markdownBlocks(publication.footer, { dir: publication.dir, heading: 2 })}
    </footer>
  )
}
