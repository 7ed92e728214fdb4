import sharp, { type CreateText, type OverlayOptions } from 'sharp'
import { papers } from '@/lib/render/accent'
import { xml } from '@/lib/render/xml'
import { familiesFor, knowFonts } from './fonts'
import { CARD_HEIGHT, CARD_WIDTH, type Card } from './rules'

/** All in pixels. */
const EDGE = 72
const BAR = 20
/** Room for the host below the text. */
const FOOT = 40
const TEXT_WIDTH = CARD_WIDTH - BAR - 2 * EDGE
const TEXT_HEIGHT = CARD_HEIGHT - 2 * EDGE - FOOT
/** At 72 dots an inch a point is a pixel. */
const DPI = 72

const ink = '#1f1c18'
const muted = '#655f56'

type Style = { size: number; colour: string; bold?: boolean; gap?: number }

/** A paragraph in Pango's markup, with room above it. */
function paragraph(text: string, { size, colour, bold = false, gap = 0 }: Style): string[] {
  if (text === '') return []
  const span = {
    font_size: `${size}pt`,
    foreground: colour,
    weight: bold ? '600' : '400',
    line_height: '1.2',
  }
  const room = gap > 0 ? [xml('span', { font_size: `${gap}pt`, line_height: '1' }, ' ').xml] : []
  return [...room, xml('span', span, text).xml]
}

/** What the card says, in one text: so its lines stand on one grid, and each paragraph runs in its own direction. */
function markupOf(card: Card, titleSize: number, headlines: number): string {
  const list = card.headlines.slice(0, headlines)
  return [
    ...paragraph(card.name, { size: 34, colour: card.accent, bold: true }),
    ...paragraph(card.title, { size: titleSize, colour: ink, bold: true, gap: card.name ? 10 : 0 }),
    ...paragraph(card.line, { size: 28, colour: muted, gap: 6 }),
    ...list.flatMap((text, index) => paragraph(text, { size: 31, colour: ink, gap: index === 0 ? 26 : 8 })),
  ].join('\n')
}

type Drawn = { data: Buffer; width: number; height: number }

async function setText(markup: string, lang: string): Promise<Drawn> {
  const text = {
    text: markup,
    font: familiesFor(lang),
    width: TEXT_WIDTH,
    dpi: DPI,
    rgba: true,
    wrap: 'word-char',
  }
  const { data, info } = await sharp({ text: text as CreateText })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Sizes of the title, each with the fewest headlines that it may leave. */
const settings = [
  { size: 72, least: 3 },
  { size: 60, least: 2 },
  { size: 48, least: 1 },
  { size: 40, least: 0 },
]
/** A title that stands alone. */
const alone = { size: 96, least: 0 }

/** The largest setting that fits: first fewer headlines, then a smaller title. */
async function fitText(card: Card): Promise<Drawn> {
  const most = card.headlines.length
  const tries = (most === 0 ? [alone, ...settings] : settings).flatMap(({ size, least }) =>
    Array.from({ length: Math.max(most - least, 0) + 1 }, (_, fewer) => ({ size, headlines: most - fewer })),
  )
  let last: Drawn | null = null
  for (const { size, headlines } of tries) {
    last = await setText(markupOf(card, size, headlines), card.lang)
    if (last.height <= TEXT_HEIGHT && last.width <= TEXT_WIDTH) return last
  }
  return last ?? setText(' ', card.lang)
}

/** Where a text of this width begins: after the bar, at the side where the card's language begins a line. */
const startOf = (width: number, { dir }: Card) =>
  dir === 'rtl' ? CARD_WIDTH - BAR - EDGE - width : BAR + EDGE
const endOf = (width: number, { dir }: Card) => (dir === 'rtl' ? EDGE : CARD_WIDTH - EDGE - width)

async function draw(card: Card): Promise<Buffer> {
  await knowFonts()
  const text = await fitText(card)
  const host = await setText(paragraph(card.host, { size: 26, colour: muted }).join(''), 'en')
  // What stands alone stands in the middle.
  const top = card.headlines.length > 0 ? EDGE : Math.max(Math.round((CARD_HEIGHT - text.height) / 2), 0)
  const bar = { width: BAR, height: CARD_HEIGHT, channels: 3 as const, background: card.accent }
  const layers: OverlayOptions[] = [
    { input: { create: bar }, left: card.dir === 'rtl' ? CARD_WIDTH - BAR : 0, top: 0 },
    { input: text.data, left: startOf(text.width, card), top },
    { input: host.data, left: endOf(host.width, card), top: CARD_HEIGHT - FOOT - host.height },
  ]
  const paper = { width: CARD_WIDTH, height: CARD_HEIGHT, channels: 3 as const, background: papers.light }
  return sharp({ create: paper }).composite(layers).png({ palette: true, compressionLevel: 9 }).toBuffer()
}

let last: Promise<unknown> = Promise.resolve()

/**
 * Draws a card as PNG, 1200 × 630: text set by Pango, which is inside sharp, with the fonts that come with us. One at a
 * time, off the event loop: whoever asks for the cards of all issues takes no more than that from readers.
 */
export function drawCard(card: Card): Promise<Buffer> {
  const drawn = last.then(() => draw(card))
  last = drawn.catch(() => undefined)
  return drawn
}
