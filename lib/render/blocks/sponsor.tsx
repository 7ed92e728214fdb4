import type { ElementContent, Root } from 'hast'
import { linkKey, type SponsorLinks } from '@/lib/clicks/schema'
import type { Direction, DocumentSponsor, SponsorImage } from '@/lib/document/schema'
import { dirAttribute } from '@/lib/render/direction'
import { element } from '@/lib/render/hast'
import { hostOf, imageSrc, safeHref } from '@/lib/render/href'
import { hastToText } from '@/lib/render/markdown/hast-text'
import { hastToReact, markdownBlocks } from '@/lib/render/markdown/markdown-element'
import { insideItem, writeHeading, writeImage, writeLine } from '@/lib/render/markdown/markdown-source'
import type { ReaderOptions } from '@/lib/render/markdown/rehype-reader'
import { markdownToHast } from '@/lib/render/markdown/to-hast'
import type { Site } from '@/lib/render/site'

/** `links`: addresses that count clicks, in place of those they lead to (lib/clicks); none in previews. */
type Props = {
  sponsor: DocumentSponsor
  dir: Direction
  links?: SponsorLinks | undefined
  /** Where the label alone doesn't tell it from others (`nameSponsors`). */
  name?: string | undefined
}
type AwayProps = { sponsor: DocumentSponsor; dir: Direction; site: Site }

const rel = 'sponsored noopener'
const copyOptions = (dir: Direction): Partial<ReaderOptions> => ({ sponsored: true, dir, heading: 3 })

/** The words of the call to action: as given, else the address' host where no headline carries the link. */
function actionOf({ callToAction, headline, url }: DocumentSponsor): string | null {
  return callToAction ?? (url && !headline ? hostOf(url) : null)
}

/** The picture with the address to load it from, described by the sponsor's name where nobody said what it shows. */
function imageOf(part: DocumentSponsor, origin?: string): (SponsorImage & { src: string }) | null {
  const src = part.image && imageSrc(part.image.url, origin)
  if (!part.image || !src) return null
  return { ...part.image, src, alt: part.image.alt.trim() || part.sponsor || part.label }
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

type PictureProps = { image: NonNullable<ReturnType<typeof imageOf>>; href: string | null }

function Picture({ image: { src, alt, width, height }, href }: PictureProps) {
  // Lazy, or React would have it loaded before the page's own style.
  const img = <img src={src} alt={alt} width={width} height={height} loading="lazy" />
  return href ? (
    <a href={href} rel={rel}>
      {img}
    </a>
  ) : (
    img
  )
}

/** A sponsor's part: set apart by hairlines, its label first, its call to action a bold link. */
export function Sponsor({ sponsor, dir, links, name = sponsor.label }: Props) {
  const href = leadTo(sponsor, safeHref(sponsor.url), links)
  const action = actionOf(sponsor)
  const image = imageOf(sponsor)
  const linked = (text: string) =>
    href ? (
      <a href={href} rel={rel}>
        {text}
      </a>
    ) : (
      <strong>{text}</strong>
    )
  return (
    <aside className="sponsor" aria-label={name}>
      <p className="label">{sponsor.label}</p>
      {image && (
        <p>
          <Picture image={image} href={href} />
        </p>
      )}
      {sponsor.headline && <p {...dirAttribute(sponsor.headline, dir)}>{linked(sponsor.headline)}</p>}
      {links ? hastToReact(relink(sponsor, dir, links)) : markdownBlocks(sponsor.text, copyOptions(dir))}
      {action && <p {...dirAttribute(action, dir)}>{linked(action)}</p>}
    </aside>
  )
}

/** All that a sponsor's part holds, for those who draw its hairlines themselves. */
export function sponsorToParts({ sponsor, dir, site }: AwayProps): ElementContent[] {
  const { origin, sponsorLinks = {} } = site
  const href = leadTo(sponsor, safeHref(sponsor.url), sponsorLinks)
  const action = actionOf(sponsor)
  const image = imageOf(sponsor, origin)
  const through = (child: ElementContent, text: string) =>
    element('p', dirAttribute(text, dir), href ? element('a', { href, rel: rel.split(' ') }, child) : child)
  const linked = (text: string) => through(element('strong', {}, text), text)
  const { src, alt, width, height } = image ?? {}
  return [
    element('p', dirAttribute(sponsor.label, dir), element('small', {}, sponsor.label)),
    ...(image ? [through(element('img', { src, alt, width, height }), '')] : []),
    ...(sponsor.headline ? [linked(sponsor.headline)] : []),
    ...(relink(sponsor, dir, sponsorLinks).children as ElementContent[]),
    ...(action ? [linked(action)] : []),
  ]
}

export function sponsorToFeed(props: AwayProps): ElementContent[] {
  return [element('hr', {}), ...sponsorToParts(props), element('hr', {})]
}

export function sponsorToText(sponsor: DocumentSponsor, origin: string): string {
  const action = [actionOf(sponsor), sponsor.url].filter(Boolean).join(': ')
  const text = hastToText(markdownToHast(sponsor.text))
  const image = imageOf(sponsor, origin)
  const picture = image && `${image.alt} <${image.src}>`
  return [`* ${sponsor.label} *`, picture, sponsor.headline, text, action].filter(Boolean).join('\n\n')
}

/** The importer knows a sponsor's part by the word in its heading, and its headline by standing first. */
export function sponsorToMarkdown(sponsor: DocumentSponsor, origin: string): string {
  const known = /\bsponsor/i.test(sponsor.label)
  const heading = writeHeading(2, known ? sponsor.label : 'Sponsor message')
  const headline = sponsor.headline && writeHeading(4, sponsor.headline, sponsor.url)
  const image = imageOf(sponsor, origin)
  const picture = image && writeImage(image.alt, image.src)
  const action = sponsor.callToAction ?? (sponsor.headline ? null : sponsor.url)
  const call = action && `**${writeLine(action, sponsor.url)}**`
  return [heading, headline, picture, insideItem(sponsor.text), call].filter(Boolean).join('\n\n')
}
