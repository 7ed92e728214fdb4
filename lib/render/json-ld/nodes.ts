import type { DocumentItem, IssueDocument } from '@/lib/document/schema'
import type { PublicationView } from '@/lib/publication/schema'
import { itemPath } from '@/lib/render/found-paths'
import { safeHref } from '@/lib/render/href'
import { issuePath } from '@/lib/render/issue-path'
import { plainSummary } from '@/lib/render/markdown/plain-summary'
import type { JsonLdValue } from './json-ld'

type Named = Pick<PublicationView, 'name' | 'tagline' | 'lang'>
/** `origin` of the site, e.g. `https://tides.example`. */
type Where = { publication: Named; origin: string }
type Crumb = { name: string; path: string }

const periodicalId = (origin: string) => `${origin}/#periodical`

/** The publication (https://schema.org/Periodical). */
export function periodicalNode({ publication, origin }: Where): JsonLdValue {
  const { name, tagline, lang } = publication
  return {
    '@type': 'Periodical',
    '@id': periodicalId(origin),
    name,
    description: tagline || undefined,
    url: `${origin}/`,
    image: `${origin}/icon.png`,
    inLanguage: lang,
  }
}

/** An issue (https://schema.org/PublicationIssue) and its items that have a headline to be called by. */
export function issueNode({ issue, sections }: IssueDocument, { publication, origin }: Where): JsonLdValue {
  const url = `${origin}${issuePath(issue.slug)}`
  const items = sections.flatMap((section) => section.items)
  return {
    '@type': 'PublicationIssue',
    '@id': url,
    url,
    name: issue.title,
    issueNumber: issue.number ?? undefined,
    datePublished: issue.publishedAt,
    dateModified: issue.updatedAt,
    inLanguage: issue.lang,
    image: `${url}/card.png`,
    isPartOf: {
      '@type': 'Periodical',
      '@id': periodicalId(origin),
      name: publication.name,
      url: `${origin}/`,
    },
    hasPart: items.flatMap(({ id, headline }) =>
      headline ? [{ '@type': 'CreativeWork', url: `${origin}${itemPath(id)}`, name: headline }] : [],
    ),
  }
}

/** How a work on another site is cited: its author is named by the byline. */
function citationOf({ url, headline, byline }: DocumentItem): JsonLdValue {
  const href = safeHref(url)
  if (!href?.startsWith('http')) return undefined
  const author = byline ? plainSummary(byline, 200) : undefined
  return { '@type': 'CreativeWork', url: href, name: headline ?? undefined, author }
}

type IssueOfItem = { slug: string; title: string; date: string }

/** An item of an issue: what was said here of a work elsewhere (https://schema.org/CreativeWork). */
export function itemNode(item: DocumentItem, issue: IssueOfItem, lang: string, origin: string): JsonLdValue {
  const url = `${origin}${itemPath(item.id)}`
  const issueUrl = `${origin}${issuePath(issue.slug)}`
  return {
    '@type': 'CreativeWork',
    '@id': url,
    url,
    name: item.headline ?? undefined,
    abstract: plainSummary(item.blurb, 200) || undefined,
    keywords: item.topics.length > 0 ? item.topics : undefined,
    datePublished: issue.date,
    inLanguage: lang,
    citation: citationOf(item),
    isPartOf: {
      '@type': 'PublicationIssue',
      '@id': issueUrl,
      url: issueUrl,
      name: issue.title,
      isPartOf: { '@id': periodicalId(origin) },
    },
  }
}

/** The way to a page from the front page, which needn't be named (https://schema.org/BreadcrumbList). */
export function breadcrumbsNode(crumbs: Crumb[], { publication, origin }: Where): JsonLdValue {
  const all = [{ name: publication.name, path: '/' }, ...crumbs]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: all.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: `${origin}${path}`,
    })),
  }
}
