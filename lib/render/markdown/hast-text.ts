import type { Element, ElementContent, Root } from 'hast'
import { textOf } from '@/lib/render/hast'

type Node = ElementContent | Root['children'][number]

const blockTags = new Set(['p', 'blockquote', 'footer', 'ul', 'ol', 'pre', 'table', 'hr', 'li', 'tr'])

function isBlock(node: Node): node is Element {
  return node.type === 'element' && (blockTags.has(node.tagName) || /^h[1-6]$/.test(node.tagName))
}

function inlineText(node: Node): string {
  if (node.type === 'text') return node.value.replace(/\s*\n\s*/g, ' ')
  if (node.type !== 'element') return ''
  if (node.tagName === 'br') return '\n'
  const inner = inlineOf(node.children)
  if (node.tagName !== 'a') return inner
  const href = String(node.properties.href ?? '')
  const same = href === inner || href === `mailto:${inner}` || href.replace(/^https?:\/\//, '') === inner
  return same ? inner : `${inner} <${href}>`
}

function inlineOf(nodes: readonly Node[]): string {
  // A hard break is an element and then a line's end.
  return nodes.map(inlineText).join('').replace(/\n /g, '\n')
}

function indent(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
    .join('\n')
}

function listText(list: Element): string {
  const start = list.tagName === 'ol' ? Number(list.properties.start ?? 1) : null
  const rows = list.children.filter((child) => child.type === 'element')
  return rows
    .map((row, index) => {
      const marker = start === null ? '- ' : `${start + index}. `
      return indent(blocksText(row.children), marker, ' '.repeat(marker.length))
    })
    .join('\n')
}

function tableText(table: Element): string {
  const rows: string[] = []
  const walk = (node: Element) => {
    const children = node.children.filter((child) => child.type === 'element')
    if (node.tagName === 'tr') rows.push(children.map((cell) => inlineOf(cell.children)).join(' | '))
    else children.forEach(walk)
  }
  walk(table)
  return rows.join('\n')
}

function blockText(block: Element): string {
  if (block.tagName === 'hr') return '* * *'
  if (block.tagName === 'ul' || block.tagName === 'ol') return listText(block)
  if (block.tagName === 'table') return tableText(block)
  if (block.tagName === 'pre') return indent(textOf(block).trimEnd(), '    ', '    ')
  if (block.tagName === 'blockquote') return indent(blocksText(block.children), '> ', '> ')
  return inlineOf(block.children).trim()
}

function blocksText(nodes: readonly Node[]): string {
  const parts: string[] = []
  let run: Node[] = []
  const flush = () => {
    const text = inlineOf(run).trim()
    if (text) parts.push(text)
    run = []
  }
  for (const node of nodes) {
    if (!isBlock(node)) {
      run.push(node)
      continue
    }
    flush()
    parts.push(blockText(node))
  }
  flush()
  return parts.join('\n\n')
}

/**
 * A tree as plain text, as a mail's text part shows it: paragraphs a line each with an empty line between, quotes with
 * `> `, the address of a link behind it in `<…>`.
 */
export function hastToText(root: { children: readonly Node[] }): string {
  return blocksText(root.children)
}
