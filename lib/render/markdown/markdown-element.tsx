import type { Root } from 'hast'
import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import type { ReactElement } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { memoByText } from './memo'
import type { ReaderOptions } from './rehype-reader'
import { inlineChildren, markdownToHast } from './to-hast'

/** A sanitised tree as React elements: nothing here writes HTML from a string. */
export function hastToReact(tree: Root): ReactElement {
  return toJsxRuntime(tree, { Fragment, jsx, jsxs, tableCellAlignToStyle: false })
}

const options = (variant: string) => JSON.parse(variant) as Partial<ReaderOptions>
/** Of some twenty issues: whole pages are kept by themselves, and elements take ten times as much as their text. */
const budget = 300_000

const blocks = memoByText((text, variant) => hastToReact(markdownToHast(text, options(variant))), budget)

const inline = memoByText((text, variant) => {
  const children = inlineChildren(markdownToHast(text, options(variant)))
  return hastToReact({ type: 'root', children })
}, budget)

/** A Markdown text as paragraphs, lists and quotes. */
export function markdownBlocks(text: string, variant: Partial<ReaderOptions> = {}): ReactElement {
  return blocks(text, JSON.stringify(variant))
}

/** A Markdown text of one line, without a paragraph around it. */
export function markdownInline(text: string, variant: Partial<ReaderOptions> = {}): ReactElement {
  return inline(text, JSON.stringify(variant))
}
