import type { ElementContent } from 'hast'
import { memo } from 'react'
import type { ItemWays } from '@/lib/archive/schema'
import type { DocumentItem } from '@/lib/document/schema'
import { type BlockContext, contextIn, itemAnchor, tongueAttributes } from '@/lib/render/block-context'
import { element } from '@/lib/render/hast'
import { Headline, headlineToFeed, headlineToMarkdown, headlineToText } from './headline'
import { ItemBody, ItemTail, partsToFeed, partsToMarkdown, partsToText } from './item-parts'

type Props = { item: DocumentItem; context: BlockContext; ways?: ItemWays | undefined }

/** An item among articles: a link, a quote or a note, each with a headline or without. */
export const ArticleItem = memo(function ArticleItem({ item, context, ways }: Props) {
  const own = contextIn(context, item)
  return (
    <article id={itemAnchor(item.id)} className={item.kind} {...tongueAttributes(context, item)}>
      <Headline item={item} context={own} />
      <ItemBody item={item} context={own} />
      <ItemTail item={item} context={own} ways={ways} />
    </article>
  )
})

export function articleToFeed({ item, context }: Props): ElementContent[] {
  const own = contextIn(context, item)
  const parts = [...headlineToFeed(item, own), ...partsToFeed({ item, context: own })]
  const tongue = tongueAttributes(context, item)
  return Object.keys(tongue).length > 0 ? [element('div', tongue, parts)] : parts
}

export function articleToText(item: DocumentItem): string {
  return [headlineToText(item), ...partsToText(item)].filter(Boolean).join('\n\n')
}

/** What has no headline to begin with begins at a rule, so that it doesn't run into the item above. */
export function articleToMarkdown(item: DocumentItem): string {
  const begin = headlineToMarkdown(item) || '***'
  return [begin, ...partsToMarkdown(item)].join('\n\n')
}
