import type { Element, Root } from 'hast'
import { textOf } from '@/lib/render/hast'
import { memoByText } from './memo'
import { markdownToHast } from './to-hast'

/** A link of a text, as readers see it. */
export type TextLink = { label: string; url: string }

/** A text in Markdown as readers see it. */
export type ReadText = {
  /** Without code. */
  paragraphs: string[]
  links: TextLink[]
  /** All of its words, each block of the text a line. */
  words: string
}

type Node = Root['children'][number]

const blocks = new Set([
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'td',
  'th',
  'blockquote',
  'ul',
  'ol',
  'pre',
])

const linkOf = (node: Element): TextLink => ({
  label: textOf(node).trim(),
  url: String(node.properties.href ?? ''),
})

function wordsOf(root: Root): string {
  return root.children
    .map((child) => textOf(child).replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}

function readHast(root: Root): ReadText {
  const read: ReadText = { paragraphs: [], links: [], words: wordsOf(root) }
  let current = ''
  const end = () => {
    if (current.trim() !== '') read.paragraphs.push(current)
    current = ''
  }
  const visit = (node: Node): void => {
    if (node.type === 'text') current += node.value
    if (node.type !== 'element' || node.tagName === 'code' || node.tagName === 'pre') return
    const isBlock = blocks.has(node.tagName)
    if (isBlock) end()
    if (node.tagName === 'a') read.links.push(linkOf(node))
    for (const child of node.children) visit(child)
    if (isBlock) end()
  }
  for (const node of root.children) visit(node)
  end()
  return read
}

/** A line in which Markdown can mean nothing needn't be parsed. */
const isPlain = (text: string) =>
  !/[\\`*_~[\]<>&#|\t\n\r]|https?:|www\.|@|^\s*(?:[-+=]|\d+[.)])|^ {4}/i.test(text)

function read(text: string): ReadText {
  if (!isPlain(text)) return readHast(markdownToHast(text))
  const words = text.replace(/\s+/g, ' ').trim()
  return { paragraphs: words === '' ? [] : [words], links: [], words }
}

const BUDGET = 300_000
const remembered = memoByText(read, BUDGET)

/** Reads a text; remembered, since an issue's texts are read at each look for findings, and again when it is published. */
export const readText = (text: string): ReadText => remembered(text, '')
