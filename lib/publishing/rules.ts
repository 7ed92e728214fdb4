import { type Tongue, tongueIn } from '@/lib/document/language'
import {
  DOCUMENT_VERSION,
  type DocumentItem,
  type DocumentSection,
  type DocumentSponsor,
  type IssueDocument,
} from '@/lib/document/schema'
import type { DraftItem, DraftSection, DraftSponsorPart, IssueDraft } from '@/lib/issues/schema'
import { onceFor } from '@/lib/preflight/once-for'

/** What an edition knows and a draft does not. Instants are ISO 8601 with offset. */
export type EditionMeta = {
  edition: number
  publishedAt: string
  updatedAt: string
  correction: string | null
}

const orNull = (text: string | null) => (text === null || text.trim() === '' ? null : text)

/**
 * The document of a draft as it stands. Sections without items and further links without an address are left
 * out; the publication's language and direction stand where the issue names none.
 */
export function buildDocument(draft: IssueDraft, publication: Tongue, meta: EditionMeta): IssueDocument {
  const { number, slug, title, subject, preheader, date, intro, outro } = draft
  const sections = draft.sections.filter((section) => section.items.length > 0).map(buildSection)
  return {
    version: DOCUMENT_VERSION,
    edition: meta.edition,
    issue: {
      number,
      slug: slug ?? '',
      title: title.trim(),
      subject: orNull(subject),
      preheader: orNull(preheader),
      date,
      publishedAt: meta.publishedAt,
      updatedAt: meta.updatedAt,
      correction: orNull(meta.correction),
      ...tongueIn(publication, draft),
      intro: orNull(intro),
      outro: orNull(outro),
    },
    sections,
    sponsors: draft.sponsorParts.map((part) => buildSponsor(part, sections)),
  }
}

function buildSection({ id, title, layout, items }: DraftSection): DocumentSection {
  return { id, title: orNull(title?.trim() ?? null), layout, items: items.map(buildItem) }
}

/** An item as documents hold it: the same object for the same item, so that what is unchanged isn't drawn again. */
export const buildItem = onceFor(
  (item: DraftItem): DocumentItem => ({
    id: item.id,
    kind: item.kind,
    headline: orNull(item.headline.trim()),
    url: orNull(item.url),
    links: item.links.filter((link) => link.url.trim() !== ''),
    blurb: item.blurb,
    byline: orNull(item.byline),
    credit: orNull(item.credit),
    disclosure: orNull(item.disclosure),
    topics: item.topics,
    lang: item.lang,
    dir: item.dir,
  }),
)

/** A part after a section that readers do not see stands at the bottom rather than nowhere. */
function buildSponsor(part: DraftSponsorPart, sections: DocumentSection[]): DocumentSponsor {
  const after = sections.find((section) => section.id === part.sectionId)
  const { id, label, sponsor, headline, text, callToAction, url, image } = part
  const at = part.at === 'top' ? 'top' : after ? { after: after.id } : 'bottom'
  return { id, at, label, sponsor, headline, text, callToAction, url, image }
}

/** How late something is, roughly: “3 hours”, “2 days”. @param ms more than an hour */
export function lateInWords(ms: number): string {
  const hours = Math.floor(ms / 3_600_000)
  if (hours >= 48) return `${Math.floor(hours / 24)} days`
  return hours === 1 ? 'an hour' : `${hours} hours`
}
