import type { ElementContent } from 'hast'
import type { Tongue } from '@/lib/document/language'
import { element } from '@/lib/render/hast'
import { hastToText } from '@/lib/render/markdown/hast-text'
import { markdownInline } from '@/lib/render/markdown/markdown-element'
import { inlineChildren, markdownToHast } from '@/lib/render/markdown/to-hast'
import { spoken, wordsOf } from '@/lib/render/words/words-of'

type Props = { text: string | null; issue: Tongue }

/** What a later edition says it put right; most corrections say nothing. */
export function Correction({ text, issue }: Props) {
  if (!text) return null
  const words = wordsOf(issue.lang)
  return (
    <p className="correction" role="note">
      <strong {...spoken(words, issue)}>{words.correction}</strong> {markdownInline(text, { dir: issue.dir })}
    </p>
  )
}

export function correctionToFeed({ text, issue }: Props): ElementContent[] {
  if (!text) return []
  const words = wordsOf(issue.lang)
  const children = inlineChildren(markdownToHast(text, { dir: issue.dir })) as ElementContent[]
  return [element('p', {}, element('strong', spoken(words, issue), words.correction), ' ', children)]
}

export function correctionToText(text: string | null, lang: string): string {
  return text ? `${wordsOf(lang).correction} ${hastToText(markdownToHast(text))}` : ''
}
