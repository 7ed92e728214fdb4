import type { Element, Properties } from 'hast'
import type { Direction } from '@/lib/document/schema'
import { faces, light } from './colours'

/** Which part of a mail a tree stands in, and with it how its elements look. */
export type Part = 'headline' | 'text' | 'rows' | 'sponsor' | 'foot'
export type Look = {
  part: Part
  dir: Direction
  /** `#rrggbb` in the light scheme. */
  accent: string
}

/** Where an element stands: how deep, in what, last of its kin, in muted text, in a title. */
export type Place = Look & { depth: number; parent: string; last: boolean; muted: boolean; title: boolean }
type Dressed = { style: string; className?: string[] }

type Describe = (place: Place, properties: Properties) => Dressed

const small = `font:14px/1.5 ${faces.head};color:${light.muted}`
const label = `font:600 12px/1.4 ${faces.head};letter-spacing:.06em;text-transform:uppercase;color:${light.muted}`
const rule = `border-bottom:1px solid ${light.rule}`

const look = (style: string, ...className: string[]): Dressed =>
  className.length > 0 ? { style, className } : { style }

/** Where a line begins: on the right in Arabic or Hebrew. Logical properties are not known to every mail program. */
const startOf = ({ dir }: Place) => (dir === 'rtl' ? 'right' : 'left')

/** Right inside a row of a compact list: its name, and what was said of it. */
const isInRow = ({ part, depth }: Place) => part === 'rows' && depth === 2

/** The name of a row of a compact list. */
export const isTitle = (place: Place, tagName: string) => isInRow(place) && tagName === 'strong'

/** The space around a block. What was said of a row is indented; what closes a quote leaves the space to the quote. */
function space(place: Place, above = 0): string {
  if (isInRow(place)) {
    const sides = place.dir === 'rtl' ? ['16px', '0'] : ['0', '16px']
    return `margin:2px ${sides[0]} 8px ${sides[1]};font-size:16px;line-height:1.5`
  }
  const closes = place.last && (place.parent === 'blockquote' || place.parent === 'li')
  return `margin:${above}px 0 ${closes ? 0 : above || 12}px`
}

const linkLook: Describe = ({ part, muted, title, accent }) => {
  if (title) return look(`color:${light.ink};text-decoration:none`)
  const colour = muted ? light.muted : light.ink
  const weight = part === 'sponsor' ? ';font-weight:700' : ''
  return look(`color:${colour};text-decoration:underline;text-decoration-color:${accent}${weight}`)
}

const listLook: Describe = (place) =>
  place.part === 'rows' && place.depth === 0
    ? look('margin:0;padding:0;list-style:none')
    : look(`${space(place)};padding:0;padding-${startOf(place)}:22px`)

const entryLook: Describe = ({ part, depth }) =>
  part === 'rows' && depth === 1 ? look(`margin:0;padding:7px 0;${rule}`, 'r') : look('margin:0 0 4px')

const headingLook: Describe = ({ part, depth }) =>
  part === 'headline' && depth === 0
    ? look(`margin:0 0 8px;font:600 20px/1.3 ${faces.head}`)
    : look(`margin:20px 0 6px;font:600 16px/1.4 ${faces.head}`)

/** Webmail without a doctype lets no text style into a table, so each cell says its own. */
const cellLook: Describe = (place, { align }) => {
  const text = `font:15px/1.5 ${faces.text};color:${light.ink};text-align:${align ?? startOf(place)}`
  return look(`padding:4px 12px 4px 0;${rule};${text};vertical-align:top`, 'r')
}

const quoteLook: Describe = (place) => {
  const start = startOf(place)
  return look(`${space(place, 16)};padding:0;padding-${start}:16px;border-${start}:2px solid ${place.accent}`)
}

const looks: Readonly<Record<string, Describe>> = {
  p: (place) => (place.part === 'foot' ? look(`margin:0 0 8px;${small}`, 'm') : look(space(place))),
  a: linkLook,
  ul: listLook,
  ol: listLook,
  li: entryLook,
  small: ({ part }) => look(part === 'sponsor' ? label : small, 'm'),
  blockquote: quoteLook,
  footer: () => look(`margin:0;font-size:15px;color:${light.muted}`, 'm'),
  hr: () => look(`width:96px;height:1px;margin:24px auto;border:0;background:${light.rule}`),
  pre: (place) =>
    look(`${space(place)};padding:12px 16px;background:${light.marked};white-space:pre-wrap`, 'k'),
  code: () => look(`font:.875em/1.4 ${faces.code}`),
  table: (place) => look(`${space(place)};border-collapse:collapse`),
  th: cellLook,
  td: cellLook,
  img: (_place, { width }) => look(`display:block;width:100%;max-width:${width}px;height:auto;border:0`),
}

/** How an element looks there, or null where it looks like what it stands in. */
export function lookOf({ tagName, properties }: Element, place: Place): Dressed | null {
  if (isTitle(place, tagName)) return look(`font:600 17px/1.5 ${faces.head}`)
  const describe = /^h[2-6]$/.test(tagName) ? headingLook : looks[tagName]
  return describe?.(place, properties) ?? null
}
