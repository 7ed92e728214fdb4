import type { ElementContent } from 'hast'
import type { DocumentItem } from '@/lib/document/schema'
import { anchorLabel, type BlockContext, itemAnchor } from '@/lib/render/block-context'
import { element } from '@/lib/render/hast'
import { hostOf, safeHref } from '@/lib/render/href'
import { hastToText } from '@/lib/render/markdown/hast-text'
import { markdownInline } from '@/lib/render/markdown/markdown-element'
import { inlineChildren, markdownToHast } from '@/lib/render/markdown/to-hast'

type Sourced = Pick<DocumentItem, 'id' | 'kind' | 'headline' | 'url' | 'byline'>

/** The host, a link itself where no headline carries it; an address that may not be followed is shown as it is. */
function Host({ item }: { item: Sourced }) {
  if (!item.url) return null
  const href = safeHref(item.url)
  const name = <bdi>{href ? hostOf(href) : item.url}</bdi>
  if (!href || item.headline) return <span className="host">{name}</span>
  return (
    <a className="host" href={href} rel="noopener">
      {name}
    </a>
  )
}

/** Byline and host under a blurb, and the way to link to the item. */
export function SourceLine({ item, context }: { item: Sourced; context: BlockContext }) {
  return (
    <p className="source">
      {item.byline && <span>{markdownInline(item.byline, { dir: context.dir })}</span>}
      <Host item={item} />
      <a className="anchor" href={`#${itemAnchor(item.id)}`} {...anchorLabel(item, context)}>
        #
      </a>
    </p>
  )
}

export function sourceToFeed(item: Sourced, { dir }: BlockContext): ElementContent[] {
  const byline = item.byline ? inlineChildren(markdownToHast(item.byline, { dir })) : []
  const href = item.headline ? null : safeHref(item.url)
  const shown = safeHref(item.url) ? hostOf(item.url ?? '') : item.url
  const host = shown
    ? [href ? element('a', { href, rel: ['noopener'] }, shown) : element('span', {}, shown)]
    : []
  const between: ElementContent[] =
    byline.length > 0 && host.length > 0 ? [{ type: 'text', value: ' · ' }] : []
  const parts = [...(byline as ElementContent[]), ...between, ...host]
  return parts.length > 0 ? [element('p', {}, element('small', {}, parts))] : []
}

export function sourceToText({ byline }: Sourced): string {
  return byline ? hastToText(markdownToHast(byline)) : ''
}

/** The host is in the headline's address; an address without a headline stands here, or it would be lost. */
export function sourceToMarkdown({ byline, headline, url }: Sourced): string {
  return [byline, headline ? null : url].filter(Boolean).join('\n\n')
}
