import type { ElementContent } from 'hast'
import type { DocumentItem } from '@/lib/document/schema'
import type { BlockContext } from '@/lib/render/block-context'
import { dirAttribute } from '@/lib/render/direction'
import { element } from '@/lib/render/hast'
import { safeHref } from '@/lib/render/href'
import { writeHeading } from '@/lib/render/markdown/markdown-source'

type Named = Pick<DocumentItem, 'headline' | 'url' | 'dir'>

/**
 * The direction of a headline that runs against its item: of the words alone, which stay where the item's text begins.
 * One that the curator gave stands, whatever the words say.
 */
const ownDirection = ({ headline, dir }: Named, context: BlockContext) =>
  headline && dir === null ? dirAttribute(headline, context.dir) : {}

/** The headline, linked if its address may be followed; nothing where the item has none. */
export function Headline({ item, context }: { item: Named; context: BlockContext }) {
  if (!item.headline) return null
  const href = safeHref(item.url)
  const Tag = `h${context.level}` as const
  const own = ownDirection(item, context)
  return (
    <Tag className="headline">
      {href ? (
        <a href={href} rel="noopener" {...own}>
          {item.headline}
        </a>
      ) : own.dir ? (
        <span {...own}>{item.headline}</span>
      ) : (
        item.headline
      )}
    </Tag>
  )
}

export function headlineToFeed(item: Named, context: BlockContext): ElementContent[] {
  const { headline, url } = item
  if (!headline) return []
  const href = safeHref(url)
  const own = ownDirection(item, context)
  const inner = href
    ? element('a', { href, rel: ['noopener'], ...own }, headline)
    : own.dir
      ? element('span', own, headline)
      : headline
  return [element('h3', {}, inner)]
}

export function headlineToText({ headline, url }: Pick<Named, 'headline' | 'url'>): string {
  return [headline, url].filter(Boolean).join('\n')
}

export function headlineToMarkdown({ headline, url }: Pick<Named, 'headline' | 'url'>): string {
  return headline ? writeHeading(3, headline, url) : ''
}
