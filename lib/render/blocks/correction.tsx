import type { ElementContent } from 'hast'
import type { Direction } from '@/lib/document/schema'
import { element } from '@/lib/render/hast'
import { hastToText } from '@/lib/render/markdown/hast-text'
import { markdownInline } from '@/lib/render/markdown/markdown-element'
import { inlineChildren, markdownToHast } from '@/lib/render/markdown/to-hast'

type Props = { text: string | null; dir: Direction }

/** What a later edition says it put right; most corrections say nothing. */
export function Correction({ text, dir }: Props) {
  if (!text) return null
  return (
    <p className="correction" role="note">
      <strong>Correction:</strong> {markdownInline(text, { dir })}
    </p>
  )
}

export function correctionToFeed({ text, dir }: Props): ElementContent[] {
  if (!text) return []
  const children = inlineChildren(markdownToHast(text, { dir })) as ElementContent[]
  return [element('p', {}, element('strong', {}, 'Correction:'), ' ', children)]
}

export function correctionToText(text: string | null): string {
  return text ? `Correction: ${hastToText(markdownToHast(text))}` : ''
}
