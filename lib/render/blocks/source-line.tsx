import type { ElementContent, Root } from 'hast'
import type { ReactNode } from 'react'
import type { ItemWays } from '@/lib/archive/schema'
import type { DocumentItem } from '@/lib/document/schema'
import { anchorLabel, type BlockContext, itemAnchor } from '@/lib/render/block-context'
import { itemPath, termPath } from '@/lib/render/found-paths'
import { element } from '@/lib/render/hast'
import { hostOf, safeHref } from '@/lib/render/href'
import { hastToText } from '@/lib/render/markdown/hast-text'
import { linkNames } from '@/lib/render/markdown/link-names'
import { hastToReact, markdownInline } from '@/lib/render/markdown/markdown-element'
import { inlineChildren, markdownToHast } from '@/lib/render/markdown/to-hast'
import { spoken } from '@/lib/render/words/words-of'
import { CopyLink } from './copy-link'

type Sourced = Pick<DocumentItem, 'id' | 'kind' | 'headline' | 'url' | 'byline'>

type Props = { item: Sourced; context: BlockContext; ways?: ItemWays | undefined }

/**
 * The host: a link itself where no headline carries it, else one to what else came from that site, if anything did. An
 * address that may not be followed is shown as it is.
 */
function Host({ item, context, ways }: Props) {
  if (!item.url) return null
  const href = safeHref(item.url)
  const name = <bdi>{href ? hostOf(href) : item.url}</bdi>
  if (href && item.headline && ways?.site) {
    const label = context.words.found.moreFrom(hostOf(href))
    return (
      <a
        className="host"
        href={termPath('SITE', ways.site)}
        aria-label={label}
        {...spoken(context.words, context)}
      >
        {name}
      </a>
    )
  }
  if (!href || item.headline) return <span className="host">{name}</span>
  return (
    <a className="host" href={href} rel="noopener">
      {name}
    </a>
  )
}

/** Byline and host under a blurb, the copy of an old page, and the way to link to the item: to its own page where there is one. */
export function SourceLine({ item, context, ways }: Props) {
  return (
    <p className="source">
      {item.byline && <span>{bylineOf(item.byline, context, ways)}</span>}
      <Host item={item} context={context} ways={ways} />
      <CopyLink item={item} context={context} />
      <ItemLink item={item} context={context} ways={ways} />
    </p>
  )
}

/** The byline, its authors linked to what else they wrote. */
export function bylineOf(byline: string, { dir }: BlockContext, ways: ItemWays | undefined): ReactNode {
  const authors = ways?.authors ?? []
  if (authors.length === 0) return markdownInline(byline, { dir })
  const root: Root = { type: 'root', children: inlineChildren(markdownToHast(byline, { dir })) }
  const paths = authors.map(({ slug, name }) => [name, termPath('AUTHOR', slug)] as const)
  return hastToReact(linkNames(root, new Map(paths)))
}

type LinkProps = {
  item: Pick<DocumentItem, 'id' | 'headline' | 'kind'>
  context: BlockContext
  ways: ItemWays | undefined
}

/** The “#” beside an item. */
export function ItemLink({ item, context, ways }: LinkProps) {
  const href = ways ? itemPath(item.id) : `#${itemAnchor(item.id)}`
  return (
    <a className="anchor" href={href} {...anchorLabel(item, context)}>
      #
    </a>
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
