import type { Element, ElementContent, Root } from 'hast'
import type { Direction } from '@/lib/document/schema'
import { element } from '@/lib/render/hast'
import { faces, light } from './colours'
import { styleSheet } from './style-sheet'

/** Letters that a mail program's list shows after the subject; what a short preheader leaves of them stays empty. */
const SHOWN = 150

/** One row of the mail's only table. `space`: CSS padding. */
export function row(
  children: ElementContent[],
  space: string,
  look: { style?: string; className?: string[]; lang?: string; dir?: Direction } = {},
) {
  const style = `padding:${space};font:18px/1.6 ${faces.text};color:${light.ink}${look.style ? `;${look.style}` : ''}`
  return element('tr', {}, element('td', { ...look, style }, children))
}

/** A line across the column. */
export function hairline(margin: string): Element {
  const style = `height:1px;margin:${margin};border:0;background:${light.rule};color:${light.rule}`
  return element('hr', { style })
}

/** What the list of mails shows of this one, and nobody sees in it. */
function preheaderOf(text: string): Element {
  const style = `display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:${light.paper}`
  const rest = Math.max(0, SHOWN - [...text].length)
  return element('div', { style }, `${text}${'\u00a0\u200c'.repeat(Math.ceil(rest / 2))}`)
}

type Frame = {
  title: string
  preheader: string
  lang: string
  dir: Direction
  /** `#rrggbb` in the dark scheme. */
  accent: string
  rows: Element[]
}

/**
 * A whole mail around its rows: one column of at most 600 pixels. Language and direction stand on an element inside the
 * body too, because webmail takes the body's content only.
 */
export function frame({ title, preheader, lang, dir, accent, rows }: Frame): Root['children'] {
  const meta = (name: string, content: string) => element('meta', { name, content })
  const head = element('head', {}, [
    element('meta', { charSet: 'utf-8' }),
    meta('viewport', 'width=device-width'),
    meta('color-scheme', 'light dark'),
    meta('supported-color-schemes', 'light dark'),
    // iOS would make links of its own out of dates and numbers.
    meta('format-detection', 'telephone=no,date=no,address=no,email=no,url=no'),
    element('title', {}, title),
    element('style', {}, styleSheet(accent)),
  ])
  const table = element(
    'table',
    {
      role: 'presentation',
      dir,
      align: 'center',
      width: '600',
      border: '0',
      cellPadding: '0',
      cellSpacing: '0',
      style:
        'width:100%;max-width:600px;margin:0 auto;table-layout:fixed;border-collapse:collapse;overflow-wrap:anywhere;word-break:break-word',
    },
    rows,
  )
  const background = `background:${light.paper}`
  const page = element(
    'div',
    {
      className: ['page'],
      role: 'article',
      ariaLabel: title,
      lang,
      dir,
      style: `padding:24px 20px;${background}`,
    },
    table,
  )
  const body = element('body', { style: `margin:0;padding:0;${background}` }, preheaderOf(preheader), page)
  return [{ type: 'doctype' }, element('html', { lang, dir }, head, body)]
}
