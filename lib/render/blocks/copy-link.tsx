import type { DocumentItem } from '@/lib/document/schema'
import type { BlockContext } from '@/lib/render/block-context'
import { archivedCopy, hostOf } from '@/lib/render/href'
import { spoken } from '@/lib/render/words/words-of'

type Props = { item: Pick<DocumentItem, 'headline' | 'url'>; context: BlockContext }

/** A way to the page as it was, beside links of long ago. Search engines needn't follow: it says nothing about the copy. */
export function CopyLink({ item, context }: Props) {
  const { words, copiesOf } = context
  const copy = copiesOf && archivedCopy(item.url, copiesOf)
  if (!copy) return null
  const name = item.headline ?? hostOf(item.url ?? '')
  // Two words need no direction, and with one of its own the mark before them would stand behind.
  const { lang } = spoken(words, context)
  return (
    <a
      className="copy"
      href={copy}
      rel="nofollow noopener"
      aria-label={words.archivedCopyOf(name)}
      {...(lang ? { lang } : {})}
    >
      {words.archivedCopy}
    </a>
  )
}
