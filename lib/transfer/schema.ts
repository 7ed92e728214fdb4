import type { ItemKind, Layout, MoreLink } from '@/lib/document/schema'

/** What the importers know to read; `--format` takes one of these, and without it the text decides. */
export const importFormats = ['markdown', 'plain'] as const
export type ImportFormat = (typeof importFormats)[number]

/** Text that has no place in the issue, or whose place is a guess: a piece of the source and the reason. */
export type Remark = { line: number; text: string; why: string }

export type ParsedItem = {
  kind: ItemKind
  headline: string | null
  /** As written in the source. */
  url: string | null
  links: MoreLink[]
  blurb: string
  byline: string | null
  credit: string | null
  disclosure: string | null
  tied: boolean
  lang: string | null
  dir: 'ltr' | 'rtl' | null
  line: number
}

export type ParsedSection = { title: string | null; layout: Layout; items: ParsedItem[] }

export type ParsedSponsor = {
  /** `after` is the index of a section. */
  at: 'top' | 'bottom' | { after: number }
  label: string
  sponsor: string | null
  headline: string | null
  text: string
  callToAction: string | null
  url: string | null
}

/** One issue as a source tells it. Text is Markdown where the document's is; absent is null. */
export type ParsedIssue = {
  /** The file it came from, as the person named it, and the line at which it begins. */
  file: string
  line: number
  number: number | null
  title: string
  slug: string | null
  /** Calendar date; null when the source has none. */
  date: string | null
  /** Time of day with or without offset, e.g. `18:46` or `10:54:50Z`; null when the source has none. */
  time: string | null
  /** Where the issue stood before. */
  url: string | null
  lang: string | null
  dir: 'ltr' | 'rtl' | null
  subject: string | null
  preheader: string | null
  intro: string | null
  outro: string | null
  sections: ParsedSection[]
  sponsors: ParsedSponsor[]
  setAside: Remark[]
  unsure: Remark[]
}

/** An item with nothing in it yet. */
export function emptyItem(kind: ItemKind, line: number): ParsedItem {
  return {
    kind,
    headline: null,
    url: null,
    links: [],
    blurb: '',
    byline: null,
    credit: null,
    disclosure: null,
    tied: false,
    lang: null,
    dir: null,
    line,
  }
}

/** An issue with nothing in it yet. */
export function emptyIssue(file: string, line: number): ParsedIssue {
  return {
    file,
    line,
    number: null,
    title: '',
    slug: null,
    date: null,
    time: null,
    url: null,
    lang: null,
    dir: null,
    subject: null,
    preheader: null,
    intro: null,
    outro: null,
    sections: [],
    sponsors: [],
    setAside: [],
    unsure: [],
  }
}
