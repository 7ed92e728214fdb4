import type { ElementContent } from 'hast'
import type { ItemWays } from '@/lib/archive/schema'
import type { Tongue } from '@/lib/document/language'
import type { DocumentSection } from '@/lib/document/schema'
import { contextOf } from '@/lib/render/block-context'
import { dirAttribute } from '@/lib/render/direction'
import { element } from '@/lib/render/hast'
import { writeHeading } from '@/lib/render/markdown/markdown-source'
import { ArticleItem, articleToFeed, articleToMarkdown, articleToText } from './article-item'
import { ListRow, rowToFeed, rowToMarkdown, rowToText } from './list-row'
import { SectionHead } from './section-head'

type Props = {
  section: DocumentSection
  issue: Tongue
  index: number
  /** Ways from its items, by their ids; none in previews. */
  ways?: Record<string, ItemWays> | undefined
  /** See `contextOf`. */
  copiesOf?: string | null
}

/** A section of an issue; one with nothing in it is not shown. */
export function Section({ section, issue, index, ways, copiesOf = null }: Props) {
  if (section.items.length === 0) return null
  const context = contextOf(section, issue, copiesOf)
  const id = `section-${index + 1}`
  const items = section.items
  return (
    <section {...(section.title ? { 'aria-labelledby': id } : {})}>
      {section.title && (
        <SectionHead
          id={id}
          title={section.title}
          count={context.words.items(items.length)}
          words={context.words}
          around={issue}
        />
      )}
      {section.layout === 'list' ? (
        <ul className="list">
          {items.map((item) => (
            <ListRow key={item.id} item={item} context={context} ways={ways?.[item.id]} />
          ))}
        </ul>
      ) : (
        items.map((item) => (
          <ArticleItem key={item.id} item={item} context={context} ways={ways?.[item.id]} />
        ))
      )}
    </section>
  )
}

export function sectionToFeed({ section, issue }: Pick<Props, 'section' | 'issue'>): ElementContent[] {
  if (section.items.length === 0) return []
  const context = contextOf(section, issue)
  const head = section.title ? [element('h2', dirAttribute(section.title, issue.dir), section.title)] : []
  if (section.layout === 'list') {
    return [
      ...head,
      element(
        'ul',
        {},
        section.items.map((item) => rowToFeed({ item, context })),
      ),
    ]
  }
  return [...head, ...section.items.flatMap((item) => articleToFeed({ item, context }))]
}

export function sectionToText(section: DocumentSection): string {
  if (section.items.length === 0) return ''
  const head = section.title ? `${section.title}\n${'-'.repeat([...section.title].length)}` : ''
  const isList = section.layout === 'list'
  const body = section.items.map(isList ? rowToText : articleToText).join(isList ? '\n' : '\n\n')
  return [head, body].filter(Boolean).join('\n\n')
}

export function sectionToMarkdown(section: DocumentSection): string {
  if (section.items.length === 0) return ''
  // A section without a title has an empty heading, or the importer could not tell where it begins.
  const head = section.title ? writeHeading(2, section.title) : '##'
  const isList = section.layout === 'list'
  const body = section.items.map(isList ? rowToMarkdown : articleToMarkdown).join(isList ? '\n' : '\n\n')
  return [head, body].filter(Boolean).join('\n\n')
}
