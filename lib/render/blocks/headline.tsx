import type { ElementContent } from 'hast'
import type { DocumentItem } from '@/lib/document/schema'
import type { BlockContext } from '@/lib/render/block-context'
import { dirAttribute } from '@/lib/render/direction'
import { element } from '@/lib/render/hast'
import { safeHref } from '@/lib/render/href'
import { writeHeading } from '@/lib/render/markdown/markdown-source'

type Named = Pick<DocumentItem, 'headline' | 'url'>

/** The headline, linked if its address may be followed; nothing where the item has none. */
export function Headline({ item, context }: { item: Named; context: BlockContext }) {
  if (!item.headline) return null
  const href = safeHref(item.url)
  const Tag = context.level === 2 ? 'h2' : 'h3'
  return (
    <Tag className="headline" {...dirAttribute(item.headline, context.dir)}>
      {href ? (
        <a href={href} rel="noopener">
          {item.headline}
        </a>
      ) : (
        item.headline
      )}
    </Tag>
  )
}

export function headlineToFeed({ headline, url }: Named, { dir }: BlockContext): ElementContent[] {
  if (!headline) return []
  const href = safeHref(url)
  const inner = href ? element('a', { href, rel: ['noopener'] }, headline) : headline
  return [element('h3', dirAttribute(headline, dir), inner)]
}

export function headlineToText({ headline, url }: Named): string {
  return [headline, url].filter(Boolean).join('\n')
}

export function headlineToMarkdown({ headline, url }: Named): string {
  return headline ? writeHeading(3, headline, url) : ''
}
