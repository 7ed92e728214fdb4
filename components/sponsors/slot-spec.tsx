import type { SlotSpec } from '@/lib/slots/schema'

/** Where a placement stands, in words. */
export function placeInWords({ at, sectionTitle }: Pick<SlotSpec, 'at' | 'sectionTitle'>): string {
  if (at === 'top') return 'at the top of the issue'
  return at === 'after' && sectionTitle ? `after “${sectionTitle}”` : 'at the bottom of the issue'
}

/** What may be in a placement, in one sentence. */
export function SlotSpecView({ spec }: { spec: SlotSpec }) {
  const { name, description, maxCharacters, maxLinks, imageAllowed } = spec
  return (
    <p className="text-[0.8125rem] text-muted">
      {name} stands {placeInWords(spec)}: up to {maxCharacters} visible characters and {maxLinks}{' '}
      {maxLinks === 1 ? 'link' : 'links'}, {imageAllowed ? 'one image' : 'no image'}. {description}
    </p>
  )
}
