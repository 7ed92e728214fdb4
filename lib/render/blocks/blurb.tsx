import type { ElementContent } from 'hast'
import { type BlockContext, underHeadline } from '@/lib/render/block-context'
import { hastToText } from '@/lib/render/markdown/hast-text'
import { markdownBlocks } from '@/lib/render/markdown/markdown-element'
import { insideItem } from '@/lib/render/markdown/markdown-source'
import { markdownToHast } from '@/lib/render/markdown/to-hast'

type Props = { text: string; context: BlockContext }

/** A commentary: paragraphs, lists, and quotes with their attribution. */
export function Blurb({ text, context }: Props) {
  return text.trim() ? markdownBlocks(text, underHeadline(context)) : null
}

export function blurbToFeed({ text, context }: Props): ElementContent[] {
  return markdownToHast(text, underHeadline(context)).children as ElementContent[]
}

export function blurbToText(text: string): string {
  return hastToText(markdownToHast(text))
}

export function blurbToMarkdown(text: string): string {
  return insideItem(text)
}
