import { randomUUID } from 'node:crypto'
import {
  DOCUMENT_VERSION,
  type DocumentItem,
  type DocumentSection,
  type DocumentSponsor,
  type IssueDocument,
} from '@/lib/document/schema'
import type { PublicationView } from '@/lib/publication/schema'

export function makeItem(overrides: Partial<DocumentItem> = {}): DocumentItem {
  return {
    id: randomUUID(),
    kind: 'link',
    headline: 'Counting waves at night',
    url: 'https://www.tides.example/waves?by=night',
    links: [],
    blurb: 'How a harbour counts its waves when nobody looks.',
    byline: null,
    credit: null,
    disclosure: null,
    topics: [],
    lang: null,
    dir: null,
    ...overrides,
  }
}

export function makeSection(overrides: Partial<DocumentSection> = {}): DocumentSection {
  return { id: randomUUID(), title: 'Articles', layout: 'articles', items: [makeItem()], ...overrides }
}

export function makeSponsor(overrides: Partial<DocumentSponsor> = {}): DocumentSponsor {
  return {
    id: randomUUID(),
    at: 'top',
    label: 'A message from our sponsor, Ropeworks',
    sponsor: 'Ropeworks',
    headline: null,
    text: 'Rope that floats.',
    callToAction: 'Order a coil',
    url: 'https://ropeworks.example/coil',
    image: null,
    ...overrides,
  }
}

type DocumentOverrides = Partial<Omit<IssueDocument, 'issue'>> & { issue?: Partial<IssueDocument['issue']> }

/** The document of a small published issue; any field of it, or of its `issue`, can be given. */
export function makeDocument({ issue, ...overrides }: DocumentOverrides = {}): IssueDocument {
  return {
    version: DOCUMENT_VERSION,
    edition: 1,
    issue: {
      number: 7,
      slug: 'issue-7',
      title: 'Tide Table Issue #7',
      subject: null,
      preheader: null,
      date: '2026-03-01',
      publishedAt: '2026-03-02T01:00:00.000Z',
      updatedAt: '2026-03-02T01:00:00.000Z',
      correction: null,
      lang: 'en',
      dir: 'ltr',
      intro: null,
      outro: null,
      ...issue,
    },
    sections: [makeSection()],
    sponsors: [],
    ...overrides,
  }
}

/** What readers' pages know of the publication; any field can be given. */
export function makePublicationView(overrides: Partial<PublicationView> = {}): PublicationView {
  return {
    name: 'Tide Table',
    tagline: 'Links about the sea, each Sunday',
    lang: 'en',
    dir: 'ltr',
    zone: 'America/New_York',
    footer: '© 2026 [Tide Table](https://tides.example)',
    accentLight: null,
    accentDark: null,
    storefrontOpen: false,
    suggestionsOpen: false,
    ...overrides,
  }
}
