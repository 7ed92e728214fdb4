import type { ElementContent } from 'hast'
import type { Direction, MoreLink } from '@/lib/document/schema'
import { dirAttribute } from '@/lib/render/direction'
import { element } from '@/lib/render/hast'
import { hostOf, safeHref } from '@/lib/render/href'
import { writeLine } from '@/lib/render/markdown/markdown-source'

type Props = { links: readonly MoreLink[]; dir: Direction }

const labelOf = ({ label, url }: MoreLink) => label.trim() || hostOf(url)

/** Further links of the same item, each by its label; one that may not be followed is its words and its address. */
export function MoreLinks({ links, dir }: Props) {
  if (links.length === 0) return null
  return (
    <ul className="more">
      {links.map((link) => (
        <li key={`${link.url} ${link.label}`} {...dirAttribute(labelOf(link), dir)}>
          {safeHref(link.url) ? (
            <a href={safeHref(link.url) ?? ''} rel="noopener">
              {labelOf(link)}
            </a>
          ) : (
            `${labelOf(link)} (${link.url})`
          )}
        </li>
      ))}
    </ul>
  )
}

export function moreLinksToFeed({ links, dir }: Props): ElementContent[] {
  if (links.length === 0) return []
  const rows = links.map((link) => {
    const href = safeHref(link.url)
    const label = labelOf(link)
    const inner = href ? element('a', { href, rel: ['noopener'] }, label) : `${label} (${link.url})`
    return element('li', dirAttribute(label, dir), inner)
  })
  return [element('ul', {}, rows)]
}

export function moreLinksToText(links: readonly MoreLink[]): string {
  return links.map((link) => `- ${labelOf(link)} <${link.url}>`).join('\n')
}

export function moreLinksToMarkdown(links: readonly MoreLink[]): string {
  return links.map((link) => writeLine(labelOf(link), link.url)).join(' · ')
}
