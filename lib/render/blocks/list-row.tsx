import type { ElementContent } from 'hast'
import { memo } from 'react'
import type { ItemWays } from '@/lib/archive/schema'
import type { DocumentItem } from '@/lib/document/schema'
import { type BlockContext, contextIn, itemAnchor, tongueAttributes } from '@/lib/render/block-context'
import { dirAttribute } from '@/lib/render/direction'
import { element } from '@/lib/render/hast'
import { hostOf, safeHref } from '@/lib/render/href'
import { prefixLines, writeLine } from '@/lib/render/markdown/markdown-source'
import { ItemBody, partsToFeed, partsToMarkdown, partsToText } from './item-parts'
import { Later } from './later'
import { MoreLinks } from './more-links'
import { Credit, Disclosure } from './remark'
import { bylineOf, ItemLink } from './source-line'

type Props = { item: DocumentItem; context: BlockContext; ways?: ItemWays | undefined }

/** What a row is called: its headline, or where it has only an address that address' host. */
function titleOf({ headline, url }: DocumentItem): string | null {
  return headline ?? (url ? hostOf(url) : null)
}

function RowTitle({ item }: { item: DocumentItem }) {
  const title = titleOf(item)
  if (!title) return null
  const href = safeHref(item.url)
  if (href)
    return (
      <a className="title" href={href} rel="noopener">
        {title}
      </a>
    )
  return (
    <>
      <strong className="title">{title}</strong>
      {item.headline && item.url && <span className="source"> {item.url}</span>}
    </>
  )
}

/** An item in a compact list, such as an outage: the linked service, and what was said of it indented below. */
export const ListRow = memo(function ListRow({ item, context, ways }: Props) {
  const own = contextIn(context, item)
  const { dir } = own
  return (
    <li id={itemAnchor(item.id)} {...rowTongue(item, context)}>
      <RowTitle item={item} />
      <ItemLink item={item} context={own} ways={ways} />
      {(hasComment(item) || (ways?.references ?? []).length > 0) && (
        <div className="comment">
          <ItemBody item={item} context={own} />
          <MoreLinks links={item.links} dir={dir} />
          {item.byline && <p className="source">{bylineOf(item.byline, own, ways)}</p>}
          <Credit text={item.credit} dir={dir} />
          <Later references={ways?.references} context={own} />
          <Disclosure text={item.disclosure} dir={dir} />
        </div>
      )}
    </li>
  )
})

/** A row's language and direction: its own, or the direction of its words where those run against the page. */
function rowTongue(item: DocumentItem, context: BlockContext) {
  const own = contextIn(context, item)
  const words = item.dir === null ? dirAttribute(titleOf(item) ?? item.blurb, own.dir) : {}
  return { ...tongueAttributes(context, item), ...words }
}

function hasComment(item: DocumentItem): boolean {
  return Boolean(item.blurb.trim() || item.links.length > 0 || item.byline || item.credit || item.disclosure)
}

export function rowToFeed({ item, context }: Props): ElementContent {
  const title = titleOf(item)
  const href = safeHref(item.url)
  const name = title && (href ? element('a', { href, rel: ['noopener'] }, title) : title)
  // The host is in the title's address already.
  const rest = partsToFeed({ item: { ...item, url: null }, context: contextIn(context, item) })
  const strong = name ? element('strong', {}, name) : null
  return element('li', rowTongue(item, context), strong, rest)
}

export function rowToText(item: DocumentItem): string {
  const title = titleOf(item)
  const first = title && (item.url ? `${title} <${item.url}>` : title)
  return prefixLines([first, ...partsToText(item)].filter(Boolean).join('\n\n'), '- ', '  ')
}

export function rowToMarkdown(item: DocumentItem): string {
  const title = titleOf(item)
  const first = title && writeLine(title, item.url)
  const parts = partsToMarkdown({ ...item, url: null })
  return prefixLines([first, ...parts].filter(Boolean).join('\n\n'), '- ', '  ')
}
