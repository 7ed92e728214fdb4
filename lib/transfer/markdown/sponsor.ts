import type { Nodes } from 'mdast'
import type { ParsedSponsor } from '@/lib/transfer/schema'
import { onlyLink } from './inline'
import { type MarkdownSource, sourceOf } from './source'

const named = /\bsponsor(?:ed by)?,?\s+(?!message|post|content|link)(.+?)\s*:?$/i

/**
 * A sponsor's section: its title is the label (`A message from our sponsor, NAME` names the sponsor), a linked heading
 * in it the headline, all else the text. `sections` is how many came before it.
 */
export function readSponsor(
  source: MarkdownSource,
  part: { title: string; nodes: Nodes[] },
  sections: number,
): ParsedSponsor {
  const [first, ...others] = part.nodes
  const link = first?.type === 'heading' ? onlyLink(source, first) : null
  const texts = link ? others : part.nodes
  return {
    at: sections === 0 ? 'top' : { after: sections - 1 },
    label: part.title.replace(/\s*:$/, ''),
    sponsor: named.exec(part.title)?.[1] ?? null,
    headline: link?.text ?? null,
    text: texts.map((node) => sourceOf(source, node)).join('\n\n'),
    callToAction: null,
    url: link?.url ?? null,
  }
}
