import type { ElementContent } from 'hast'
import { type BlockContext, underHeadline } from '@/lib/render/block-context'
import { dirAttribute } from '@/lib/render/direction'
import { element, textOf } from '@/lib/render/hast'
import { hastToText } from '@/lib/render/markdown/hast-text'
import { hastToReact } from '@/lib/render/markdown/markdown-element'
import { insideItem, prefixLines } from '@/lib/render/markdown/markdown-source'
import { partQuote } from '@/lib/render/markdown/quote-parts'

type Props = { text: string; context: BlockContext }

/** A quote that stands for itself, with its attribution as the caption. */
export function Quote({ text, context }: Props) {
  const { quote, attribution } = partQuote(text, underHeadline(context))
  if (quote.children.length === 0) return null
  return (
    <figure {...dirAttribute(textOf(quote), context.dir)}>
      <blockquote>{hastToReact(quote)}</blockquote>
      {attribution && <figcaption>{hastToReact({ type: 'root', children: attribution })}</figcaption>}
    </figure>
  )
}

/** Feed readers know `blockquote` better than `figure`: the attribution is its last paragraph. */
export function quoteToFeed({ text, context }: Props): ElementContent[] {
  const { quote, attribution } = partQuote(text, underHeadline(context))
  if (quote.children.length === 0) return []
  const last = attribution ? element('p', {}, attribution) : null
  const children = quote.children as ElementContent[]
  return [element('blockquote', dirAttribute(textOf(quote), context.dir), children, last)]
}

export function quoteToText(text: string): string {
  const { quote, attribution } = partQuote(text)
  const body = prefixLines(hastToText(quote), '> ', '> ')
  return attribution ? `${body}\n>\n> ${hastToText({ children: attribution })}` : body
}

/** The blurb is the quote without `>`; one that was written with it is left as it is. */
export function quoteToMarkdown(text: string): string {
  const inner = insideItem(text)
  return inner === '' || inner.startsWith('>') ? inner : prefixLines(inner, '> ', '> ')
}
