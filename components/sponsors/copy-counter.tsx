import { countLinks, type PlacementSpec, visibleLength } from '@/lib/sponsors/rules'
import type { CopyText } from './copy-draft'

/** How much of the placement’s room the copy takes: what readers see of it, no marks, no addresses. */
export function CopyCounter({ text, spec }: { text: CopyText; spec: PlacementSpec }) {
  const [used, links] = [visibleLength(text), countLinks(text)]
  const over = used > spec.maxCharacters || links > spec.maxLinks
  return (
    <p className={`text-[0.8125rem] ${over ? 'font-medium text-bad' : 'text-muted'}`}>
      {used} of {spec.maxCharacters} visible characters · {links} of {spec.maxLinks}{' '}
      {spec.maxLinks === 1 ? 'link' : 'links'}
    </p>
  )
}
