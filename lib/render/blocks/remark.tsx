import type { ElementContent } from 'hast'
import type { Direction } from '@/lib/document/schema'
import { dirAttribute } from '@/lib/render/direction'
import { element } from '@/lib/render/hast'
import { hastToText } from '@/lib/render/markdown/hast-text'
import { markdownInline } from '@/lib/render/markdown/markdown-element'
import { writeItalics } from '@/lib/render/markdown/markdown-source'
import { inlineChildren, markdownToHast } from '@/lib/render/markdown/to-hast'

type Props = { text: string | null; dir: Direction }

/** Who sent the link in. Muted. */
export function Credit({ text, dir }: Props) {
  return <Remark text={text} dir={dir} name="credit" />
}

/** What ties the curator to the link: the last thing in an item, and in the colour of the text. */
export function Disclosure({ text, dir }: Props) {
  return <Remark text={text} dir={dir} name="disclosure" />
}

function Remark({ text, dir, name }: Props & { name: 'credit' | 'disclosure' }) {
  if (!text) return null
  return (
    <p className={name} {...dirAttribute(text, dir)}>
      {markdownInline(text, { dir })}
    </p>
  )
}

export function remarkToFeed({ text, dir }: Props): ElementContent[] {
  if (!text) return []
  const children = inlineChildren(markdownToHast(text, { dir })) as ElementContent[]
  return [element('p', dirAttribute(text, dir), element('em', {}, children))]
}

export function remarkToText(text: string | null): string {
  return text ? hastToText(markdownToHast(text)) : ''
}

export function remarkToMarkdown(text: string | null): string {
  return text ? writeItalics(text) : ''
}
