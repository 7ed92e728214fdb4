import type { Link, LinkReference, Nodes, Paragraph } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { MoreLink } from '@/lib/document/schema'
import { childrenOf, endOf, type MarkdownSource, sliceOf, startOf } from './source'

/** A link at the head of a line: its address, its text, and where it ends. */
export type LeadLink = { url: string; text: string; start: number; end: number }

function addressOf(source: MarkdownSource, node: Link | LinkReference): string | null {
  return node.type === 'link' ? node.url : (source.definitions.get(node.identifier)?.url ?? null)
}

function asLink(source: MarkdownSource, node: Nodes): LeadLink | null {
  if (node.type === 'link' || node.type === 'linkReference') {
    const url = addressOf(source, node)
    const text = plainText(node).replace(/\s+/g, ' ').trim()
    return url === null ? null : { url, text, start: startOf(node), end: endOf(node) }
  }
  if (node.type === 'strong' || node.type === 'emphasis') {
    const [only, ...more] = childrenOf(node)
    const inner = only && more.length === 0 ? asLink(source, only) : null
    return inner && { ...inner, start: startOf(node), end: endOf(node) }
  }
  return null
}

function isSpace(node: Nodes): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}

/** The link that is all there is in a heading or paragraph; null when there is more, or none. */
export function onlyLink(source: MarkdownSource, node: Nodes): LeadLink | null {
  const parts = childrenOf(node).filter((part) => !isSpace(part))
  const [only] = parts
  return only && parts.length === 1 ? asLink(source, only) : null
}

/** All links of a line that holds nothing else but marks between them; null otherwise. */
export function onlyLinks(source: MarkdownSource, nodes: Nodes[]): MoreLink[] | null {
  const links: MoreLink[] = []
  for (const node of nodes) {
    const link = asLink(source, node)
    if (link) links.push({ label: link.text, url: link.url })
    else if (node.type !== 'text' || !/^(?:[\s,.;|·/&+()–—-]|\band\b)*$/.test(node.value)) return null
  }
  return links.length > 0 ? links : null
}

const tag = /^(?:[^\p{L}\p{N}]*|(?:\s*\[[^\]]+\]\s*)+|.{1,80}\s*[|·–—:/-]\s*)$/u

/** The link that a list entry begins with, with what may stand before it: an emoji, a tag, a date and place. */
export function leadLink(
  source: MarkdownSource,
  paragraph: Paragraph,
): { prefix: string; link: LeadLink } | null {
  for (const part of paragraph.children) {
    const link = asLink(source, part)
    if (link) {
      const nodes = paragraph.children.filter((node) => endOf(node) <= link.start)
      const prefix = sliceOf(source, startOf(paragraph), link.start, nodes).trim()
      return tag.test(prefix) ? { prefix, link } : null
    }
    if (part.type !== 'text' && part.type !== 'strong' && part.type !== 'emphasis') return null
  }
  return null
}

/** A paragraph that is set in italics from end to end: the text inside, as written; null otherwise. */
export function italicsOf(source: MarkdownSource, node: Nodes): string | null {
  if (node.type !== 'paragraph') return null
  const parts = node.children.filter((part) => !isSpace(part))
  const [only] = parts
  if (only?.type !== 'emphasis' || parts.length !== 1) return null
  const [first, last] = [only.children[0], only.children.at(-1)]
  return first && last ? sliceOf(source, startOf(first), endOf(last), [only]).trim() : null
}
