import type { ElementContent, Root } from 'hast'
import { linkKey, type SponsorLinks } from '@/lib/clicks/schema'
import type { Direction, DocumentSponsor } from '@/lib/document/schema'
import { dirAttribute } from '@/lib/render/direction'
import { element } from '@/lib/render/hast'
import { hostOf, safeHref } from '@/lib/render/href'
import { hastToText } from '@/lib/render/markdown/hast-text'
import { hastToReact, markdownBlocks } from '@/lib/render/markdown/markdown-element'
import { insideItem, writeHeading, writeLine } from '@/lib/render/markdown/markdown-source'
import type { ReaderOptions } from '@/lib/render/markdown/rehype-reader'
import { markdownToHast } from '@/lib/render/markdown/to-hast'

/** `links`: addresses that count clicks, in place of those they lead to (lib/clicks); none in previews. */
type Props = { sponsor: DocumentSponsor; dir: Direction; links?: SponsorLinks | undefined }

const rel = 'sponsored noopener'
const copyOptions = (dir: Direction): Partial<ReaderOptions> => ({ sponsored: true, dir, heading: 3 })

/** The words of the call to action: as given, else the address' host where no headline carries the link. */
function actionOf({ callToAction, headline, url }: DocumentSponsor): string | null {
  return callToAction ?? (url && !headline ? hostOf(url) : null)
}

function leadTo({ id }: DocumentSponsor, address: string | null, links: SponsorLinks = {}): string | null {
  return address && (links[linkKey(id, address)] ?? address)
}

/** The text with each link by way of the address that counts it. */
function relink(sponsor: DocumentSponsor, dir: Direction, links: SponsorLinks): Root {
  type Inner = Root['children'][number]
  const through = (node: Inner): Inner => {
    if (node.type !== 'element') return node
    const children = node.children.map((child) => through(child) as ElementContent)
    const { href } = node.properties
    if (node.tagName !== 'a' || typeof href !== 'string') return { ...node, children }
    return {
      ...node,
      children,
      properties: { ...node.properties, href: leadTo(sponsor, href, links) ?? href },
    }
  }
  const tree = markdownToHast(sponsor.text, copyOptions(dir))
  return { ...tree, children: tree.children.map(through) }
}

/** A sponsor's part: set apart by hairlines, its label first, its call to action a bold link. */
export function Sponsor({ sponsor, dir, links }: Props) {
  const href = leadTo(sponsor, safeHref(sponsor.url), links)
  const action = actionOf(sponsor)
  const linked = (text: string) =>
    href ? (
      <a href={href} rel={rel}>
        {text}
      </a>
    ) : (
      <strong>{text}</strong>
    )
  return (
    <aside className="sponsor" aria-label={sponsor.label}>
      <p className="label">{sponsor.label}</p>
      {sponsor.headline && <p {...dirAttribute(sponsor.headline, dir)}>{linked(sponsor.headline)}</p>}
      {links ? hastToReact(relink(sponsor, dir, links)) : markdownBlocks(sponsor.text, copyOptions(dir))}
      {action && <p {...dirAttribute(action, dir)}>{linked(action)}</p>}
    </aside>
  )
}

export function sponsorToFeed({ sponsor, dir, links = {} }: Props): ElementContent[] {
  const href = leadTo(sponsor, safeHref(sponsor.url), links)
  const action = actionOf(sponsor)
  const linked = (text: string) => {
    const strong = element('strong', {}, text)
    return element('p', {}, href ? element('a', { href, rel: rel.split(' ') }, strong) : strong)
  }
  return [
    element('hr', {}),
    element('p', {}, element('small', {}, sponsor.label)),
    ...(sponsor.headline ? [linked(sponsor.headline)] : []),
    ...(relink(sponsor, dir, links).children as ElementContent[]),
    ...(action ? [linked(action)] : []),
    element('hr', {}),
  ]
}

export function sponsorToText(sponsor: DocumentSponsor): string {
  const action = [actionOf(sponsor), sponsor.url].filter(Boolean).join(': ')
  const text = hastToText(markdownToHast(sponsor.text))
  return [`* ${sponsor.label} *`, sponsor.headline, text, action].filter(Boolean).join('\n\n')
}

/** The importer knows a sponsor's part by the word in its heading. */
export function sponsorToMarkdown(sponsor: DocumentSponsor): string {
  const known = /\bsponsor/i.test(sponsor.label)
  const heading = writeHeading(2, known ? sponsor.label : 'Sponsor message')
  const headline = sponsor.headline && writeHeading(4, sponsor.headline, sponsor.url)
  const action = sponsor.callToAction ?? (sponsor.headline ? null : sponsor.url)
  const call = action && `**${writeLine(action, sponsor.url)}**`
  return [heading, headline, insideItem(sponsor.text), call].filter(Boolean).join('\n\n')
}
