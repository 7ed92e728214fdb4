import type { ElementContent } from 'hast'
import { memo } from 'react'
import type { DocumentItem } from '@/lib/document/schema'
import { type BlockContext, itemAnchor } from '@/lib/render/block-context'
import { Headline, headlineToFeed, headlineToMarkdown, headlineToText } from './headline'
import { ItemBody, ItemTail, partsToFeed, partsToMarkdown, partsToText } from './item-parts'

type Props = { item: DocumentItem; context: BlockContext }

/** An item among articles: a link, a quote or a note, each with a headline or without. */
export const ArticleItem = memo(function ArticleItem({ item, context }: Props) {
  return (
    <article id={itemAnchor(item.id)} className={item.kind}>
      <Headline item={item} context={context} />
      <ItemBody item={item} context={context} />
      <ItemTail item={item} context={context} />
    </article>
  )
})

export function articleToFeed({ item, context }: Props): ElementContent[] {
  return [...headlineToFeed(item, context), ...partsToFeed({ item, context })]
}

export function articleToText(item: DocumentItem): string {
  return [headlineToText(item), ...partsToText(item)].filter(Boolean).join('\n\n')
}

/** What has no headline to begin with begins at a rule, so that it doesn't run into the item above. */
export function articleToMarkdown(item: DocumentItem): string {
  const begin = headlineToMarkdown(item) || '***'
  return [begin, ...partsToMarkdown(item)].join('\n\n')
}
