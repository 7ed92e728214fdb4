import type { ElementContent } from 'hast'
import type { ReactNode } from 'react'
import type { ItemWays } from '@/lib/archive/schema'
import type { DocumentItem } from '@/lib/document/schema'
import { writeTongue } from '@/lib/document/tongue-mark'
import type { BlockContext } from '@/lib/render/block-context'
import { Blurb, blurbToFeed, blurbToMarkdown, blurbToText } from './blurb'
import { Later } from './later'
import { MoreLinks, moreLinksToFeed, moreLinksToMarkdown, moreLinksToText } from './more-links'
import { Quote, quoteToFeed, quoteToMarkdown, quoteToText } from './quote'
import { Credit, Disclosure, remarkToFeed, remarkToMarkdown, remarkToText } from './remark'
import { SourceLine, sourceToFeed, sourceToMarkdown, sourceToText } from './source-line'

type Props = { item: DocumentItem; context: BlockContext; ways?: ItemWays | undefined }

/** What the item says: its blurb, or for a quote the quote. */
export function ItemBody({ item, context }: Props): ReactNode {
  if (item.kind === 'quote') return <Quote text={item.blurb} context={context} />
  return <Blurb text={item.blurb} context={context} />
}

/** All that follows the body, in the order that readers know; a disclosure is always last. */
export function ItemTail({ item, context, ways }: Props): ReactNode {
  return (
    <>
      <MoreLinks links={item.links} dir={context.dir} />
      <SourceLine item={item} context={context} ways={ways} />
      <Credit text={item.credit} dir={context.dir} />
      <Later references={ways?.references} context={context} />
      <Disclosure text={item.disclosure} dir={context.dir} />
    </>
  )
}

/** Body and tail for a feed. */
export function partsToFeed({ item, context }: Props): ElementContent[] {
  const { dir } = context
  const body = { text: item.blurb, context }
  return [
    ...(item.kind === 'quote' ? quoteToFeed(body) : blurbToFeed(body)),
    ...moreLinksToFeed({ links: item.links, dir }),
    ...sourceToFeed(item, context),
    ...remarkToFeed({ text: item.credit, dir }),
    ...remarkToFeed({ text: item.disclosure, dir }),
  ]
}

/** Body and tail as paragraphs of plain text. */
export function partsToText(item: DocumentItem): string[] {
  return [
    item.kind === 'quote' ? quoteToText(item.blurb) : blurbToText(item.blurb),
    moreLinksToText(item.links),
    sourceToText(item),
    remarkToText(item.credit),
    remarkToText(item.disclosure),
  ].filter(Boolean)
}

/** Body and tail as Markdown blocks. More links stand first, where the importer looks for them. */
export function partsToMarkdown(item: DocumentItem): string[] {
  return [
    moreLinksToMarkdown(item.links),
    item.kind === 'quote' ? quoteToMarkdown(item.blurb) : blurbToMarkdown(item.blurb),
    sourceToMarkdown(item),
    remarkToMarkdown(item.credit),
    remarkToMarkdown(item.disclosure),
    writeTongue(item),
  ].filter(Boolean)
}
