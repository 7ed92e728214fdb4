import type { ElementContent } from 'hast'
import type { Direction } from '@/lib/document/schema'
import { underTitle } from '@/lib/render/block-context'
import { hastToText } from '@/lib/render/markdown/hast-text'
import { markdownBlocks } from '@/lib/render/markdown/markdown-element'
import { insideItem } from '@/lib/render/markdown/markdown-source'
import { markdownToHast } from '@/lib/render/markdown/to-hast'

type Props = { text: string | null; dir: Direction }

/** The curator's own words before the first section. */
export function Intro({ text, dir }: Props) {
  return text ? <div className="prose intro">{markdownBlocks(text, underTitle(dir))}</div> : null
}

/** The curator's own words after the last section. */
export function Outro({ text, dir }: Props) {
  return text ? <div className="prose outro">{markdownBlocks(text, underTitle(dir))}</div> : null
}

export function proseToFeed({ text, dir }: Props): ElementContent[] {
  return text ? (markdownToHast(text, underTitle(dir)).children as ElementContent[]) : []
}

export function proseToText(text: string | null): string {
  return text ? hastToText(markdownToHast(text)) : ''
}

export function proseToMarkdown(text: string | null): string {
  return text ? insideItem(text) : ''
}
