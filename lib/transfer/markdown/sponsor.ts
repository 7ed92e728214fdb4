import type { Nodes } from 'mdast'
import type { ParsedSponsor } from '@/lib/transfer/schema'
import { type LeadLink, onlyLink } from './inline'
import { type MarkdownSource, sourceOf } from './source'

const named = /\bsponsor(?:ed by)?,?\s+(?!message|post|content|link)(.+?)\s*:?$/i

/** A last line that is a bold link and nothing else. */
function callOf(source: MarkdownSource, node: Nodes | undefined): LeadLink | null {
  const [only] = node?.type === 'paragraph' ? node.children : []
  return node?.type === 'paragraph' && only?.type === 'strong' ? onlyLink(source, node) : null
}

/**
 * A sponsor's section: its title is the label (`A message from our sponsor, NAME` names the sponsor), a linked heading
 * in it the headline, a bold link at its end the call to action, all else the text. `sections` is how many came before it.
 */
export function readSponsor(
  source: MarkdownSource,
  part: { title: string; nodes: Nodes[] },
  sections: number,
): ParsedSponsor {
  const [first, ...others] = part.nodes
  const link = first?.type === 'heading' ? onlyLink(source, first) : null
  const under = link ? others : part.nodes
  const call = callOf(source, under.at(-1))
  const texts = call ? under.slice(0, -1) : under
  return {
    at: sections === 0 ? 'top' : { after: sections - 1 },
    label: part.title.replace(/\s*:$/, ''),
    sponsor: named.exec(part.title)?.[1] ?? null,
    headline: link?.text ?? null,
    text: texts.map((node) => sourceOf(source, node)).join('\n\n'),
    callToAction: call && call.text !== call.url ? call.text : null,
    url: link?.url ?? call?.url ?? null,
  }
}
