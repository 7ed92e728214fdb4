import type { Direction } from '@/lib/document/schema'
import type { ReaderOptions } from './markdown/rehype-reader'

/** Where a block stands: the direction of its issue, and the level that headlines have there. */
export type BlockContext = { dir: Direction; level: 2 | 3 }

const contexts: Record<Direction, Record<'titled' | 'untitled', BlockContext>> = {
  ltr: { titled: { dir: 'ltr', level: 3 }, untitled: { dir: 'ltr', level: 2 } },
  rtl: { titled: { dir: 'rtl', level: 3 }, untitled: { dir: 'rtl', level: 2 } },
}

/** The context of a section's items: always the same object, so that unchanged items needn't render again. */
export function contextOf(section: { title: string | null }, dir: Direction): BlockContext {
  return contexts[dir][section.title ? 'titled' : 'untitled']
}

/** How a text under a headline is rendered: its own headings go one level below. */
export function underHeadline({ dir, level }: BlockContext): Partial<ReaderOptions> {
  return { dir, heading: level === 2 ? 3 : 4 }
}

/** How a text right under the title is rendered. */
export function underTitle(dir: Direction): Partial<ReaderOptions> {
  return { dir, heading: 2 }
}

/** Fragment that leads to an item; stable, since an item keeps its id through every edition. */
export function itemAnchor(id: string): string {
  return `item-${id}`
}

/** What a screen reader says of the “#” that leads to an item, which may have no headline. */
export function anchorLabel(item: { headline: string | null; kind: string }): string {
  return `Link to ${item.headline ?? (item.kind === 'quote' ? 'this quote' : 'this note')}`
}
