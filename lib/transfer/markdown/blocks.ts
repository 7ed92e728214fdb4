import type { Heading, Nodes } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { readTongue } from '@/lib/document/tongue-mark'
import { type LeadLink, leadLink, onlyLink } from './inline'
import { isListOfLinks } from './rows'
import { childrenOf, type MarkdownSource } from './source'

/** What a block of the text is for the issue. */
export type Block =
  | { is: 'section'; node: Nodes; depth: number; title: string; isLinked: boolean }
  | { is: 'sponsor'; node: Nodes; depth: number; title: string }
  | { is: 'item'; node: Nodes; depth: number; title: string; link: LeadLink | null }
  | { is: 'rule'; node: Nodes }
  | { is: 'aside'; node: Nodes; why: string }
  | { is: 'text'; node: Nodes }

const sponsorTitle =
  /^(?:(?:a |this week[’']s |our )?(?:message|word)s? from (?:our|the|this week[’']s) sponsors?\b.*|(?:our |this week[’']s )?sponsors?(?:ed)?(?: message| by .+|ship)?|sponsored (?:post|content|link)s?|advertisement)\s*:?$/i
const headingInHtml = /^<h([1-6])[^>]*>\s*([^<]+?)\s*<\/h\1>$/i
const template = /^\{%.*%\}$|^\{\{.*\}\}$/
const navigation = /(?:<<|«|←|‹)\s*prev|\bnext\s*(?:>>|»|→|›)|^\W*(?:previous|next) issue\W*$/i
const footer = /©|\(c\)\s*\d{4}|\ball rights reserved\b/i

/** Why a block is no part of the issue: a comment, a template's tag, links to the neighbours, the page's footer. */
function whyAside(node: Nodes, isLast: boolean): string | null {
  const text = node.type === 'html' ? node.value.trim() : plainText(node).trim()
  if (node.type === 'definition') return 'the address of a reference link, written out where it is used'
  if (node.type === 'html' && /^<!--[\s\S]*-->$/.test(text)) return 'a comment'
  if (node.type === 'paragraph' && template.test(text)) return 'a tag of the site’s template'
  if (/^(?:heading|paragraph)$/.test(node.type) && navigation.test(text)) return 'links to other issues'
  if (node.type === 'paragraph' && isLast && footer.test(text) && text.length < 300) return 'the footer'
  return null
}

/** In loose Markdown a heading is an item when it is a link, unless a list of links follows: then it heads those. */
function itemLink(source: MarkdownSource, node: Heading, next: Nodes | undefined): LeadLink | null {
  const link = onlyLink(source, node)
  if (link) return next?.type === 'list' && isListOfLinks(source, next) ? null : link
  if (next?.type !== 'paragraph') return null
  const lead = leadLink(source, next)
  const [first] = next.children
  const repeats = first?.type === 'link' && first.title === plainText(node)
  return lead && lead.prefix === '' && repeats ? lead.link : null
}

/** In our own form the word is enough, unless items follow. */
function isSponsor(source: MarkdownSource, title: string, next: Nodes | undefined): boolean {
  if (sponsorTitle.test(title)) return true
  const hasItems = next && (next.type === 'thematicBreak' || next.type === 'list' || isItemHeading(next))
  return source.exact && /\bsponsor/i.test(title) && !hasItems
}

function isItemHeading(node: Nodes): boolean {
  return node.type === 'heading' && node.depth === 3
}

function isLink(node: Nodes): boolean {
  return node.type === 'link' || node.type === 'linkReference'
}

function readHeading(source: MarkdownSource, node: Heading, next: Nodes | undefined): Block {
  const title = plainText(node).replace(/\s+/g, ' ').trim()
  const { depth } = node
  if (source.exact) {
    if (depth === 3) return { is: 'item', node, depth, title, link: onlyLink(source, node) }
    if (depth > 3) return { is: 'text', node }
  } else {
    const link = itemLink(source, node, next)
    if (link) return { is: 'item', node, depth, title: onlyLink(source, node) ? link.text : title, link }
  }
  if (isSponsor(source, title, next)) return { is: 'sponsor', node, depth, title }
  return { is: 'section', node, depth, title, isLinked: childrenOf(node).some(isLink) }
}

/** Says of each block of a text what it is for the issue. */
export function readBlocks(source: MarkdownSource, nodes: Nodes[]): Block[] {
  const last = nodes.filter((node) => node.type !== 'definition').at(-1)
  return nodes.map((node, index) => {
    if (source.exact && node.type === 'html' && readTongue(node.value)) return { is: 'text', node }
    const why = whyAside(node, node === last)
    if (why) return { is: 'aside', node, why }
    if (node.type === 'thematicBreak') return { is: 'rule', node }
    if (node.type === 'heading') return readHeading(source, node, nodes[index + 1])
    const html = node.type === 'html' ? headingInHtml.exec(node.value.trim()) : null
    if (html?.[1] && html[2])
      return { is: 'section', node, depth: Number(html[1]), title: html[2], isLinked: false }
    return { is: 'text', node }
  })
}

/** Whether a text block is a list whose entries are items. */
export function isRows(source: MarkdownSource, node: Nodes): boolean {
  return node.type === 'list' && childrenOf(node).length > 0 && (source.exact || isListOfLinks(source, node))
}
