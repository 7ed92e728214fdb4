import { emptyItem } from '@/lib/issues/rules'
import type { DraftItem, IssueDraft } from '@/lib/issues/schema'

/** An item of a draft that nothing can be said against, as the editor has it. */
export function makeItem(fields: Partial<DraftItem> = {}): DraftItem {
  return {
    ...emptyItem,
    id: 'i',
    version: 0,
    headline: 'A headline',
    url: 'https://example.org/a',
    blurb: 'A blurb.',
    ...fields,
  }
}

/** A draft of one section of articles that holds these items. */
export function makeDraftOf(items: DraftItem[]): IssueDraft {
  const texts = { title: 'One', subject: '', preheader: '', intro: '', outro: '' }
  const schedule = { scheduledAt: null, scheduledWall: null, scheduledZone: null, heldReason: null }
  return {
    ...{
      id: 'issue',
      state: 'DRAFT',
      number: 1,
      slug: 'one',
      date: '2026-03-01',
      lang: null,
      dir: null,
      version: 0,
    },
    ...texts,
    ...schedule,
    sections: [{ id: 's', title: 'Articles', layout: 'articles', version: 0, items }],
    sponsorParts: [],
    slots: [],
  }
}
