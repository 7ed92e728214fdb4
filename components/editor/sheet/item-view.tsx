'use client'

import { createContext, memo, useContext } from 'react'
import { draftItem, type ItemText } from '@/components/editor/core/document'
import type { Tongue } from '@/lib/document/language'
import type { DocumentItem, Layout } from '@/lib/document/schema'
import { buildItem } from '@/lib/publishing/rules'
import { contextIn, contextOf, tongueAttributes } from '@/lib/render/block-context'
import { ArticleItem } from '@/lib/render/blocks/article-item'
import { Headline } from '@/lib/render/blocks/headline'
import { ItemBody, ItemTail } from '@/lib/render/blocks/item-parts'

type Props = { id: string; item: ItemText; layout: Layout }

/** The language and direction of the issue as it stands on the sheet. */
export const SheetTongue = createContext<Tongue>({ lang: 'en', dir: 'ltr' })

/** An item as its readers will see it. A click writes in it; a link is followed with Ctrl or Cmd held. */
export const ItemView = memo(function ItemView({ id, item, layout }: Props) {
  const tongue = useContext(SheetTongue)
  const document = buildItem(draftItem(id, item))
  return (
    <div className="ed-view" data-view={id}>
      {layout === 'list' ? (
        <RowView document={document} tongue={tongue} />
      ) : (
        <ArticleView document={document} tongue={tongue} />
      )}
    </div>
  )
})

type ViewProps = { document: DocumentItem; tongue: Tongue }

function ArticleView({ document, tongue }: ViewProps) {
  const { kind, headline, blurb } = document
  const context = contextOf({ title: 'x' }, tongue)
  const own = contextIn(context, document)
  const missing = kind === 'link' && !headline
  return (
    <>
      {missing ? <p className="ed-missing">Untitled link</p> : null}
      {blurb.trim() === '' ? (
        <article className={kind} {...tongueAttributes(context, document)}>
          <Headline item={document} context={own} />
          <p className="ed-empty">{kind === 'quote' ? 'Add the quote…' : 'Add a blurb…'}</p>
          <ItemTail item={document} context={own} />
        </article>
      ) : (
        <ArticleItem item={document} context={context} />
      )}
    </>
  )
}

function RowView({ document, tongue }: ViewProps) {
  const { kind, headline, url } = document
  // Only a link needs a headline; a note or a quote in a list is whole without one.
  const unnamed = kind === 'link' ? 'No name' : kind === 'quote' ? 'Quote' : 'Note'
  const look = headline ? '' : kind === 'link' ? ' ed-missing' : ' ed-unnamed'
  const context = contextOf({ title: 'x' }, tongue)
  return (
    <>
      <div className="ed-row" {...tongueAttributes(context, document)}>
        <span className={`ed-row-name${look}`}>{headline ?? unnamed}</span>
        <span className="ed-row-url">{url?.replace(/^https?:\/\/(www\.)?/, '') ?? 'no address'}</span>
      </div>
      {document.blurb.trim() ? (
        <div className="ed-row-comment" {...tongueAttributes(context, document)}>
          <ItemBody item={document} context={contextIn(context, document)} />
        </div>
      ) : null}
    </>
  )
}
