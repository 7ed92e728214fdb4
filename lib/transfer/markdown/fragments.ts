import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Fragment } from '@/lib/transfer/lost-text'
import { lineOf, type MarkdownSource, sourceOf } from './source'

/** The words and addresses in a stretch of Markdown, to be found again in what was made of it. */
export function fragmentsOf(source: MarkdownSource, nodes: Nodes[]): Fragment[] {
  const fragments: Fragment[] = []
  for (const top of nodes) {
    visit(top, (node) => {
      const line = lineOf(node)
      if (node.type === 'html') {
        fragments.push({ line, text: node.value.replace(/<[^>]*>/g, '\n'), isAddress: false })
      } else if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
        fragments.push({ line, text: sourceOf(source, node), isAddress: false })
      } else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
        fragments.push({ line, text: node.url.replace(/^mailto:/, ''), isAddress: true })
      }
    })
  }
  return fragments
}
