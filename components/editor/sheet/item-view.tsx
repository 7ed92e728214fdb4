'use client'

import { memo, useMemo } from 'react'
import { type ItemText, withShownTexts } from '@/components/editor/core/document'
import { useDesk } from '@/components/editor/desk/use-desk'
import type { DocumentItem, Layout } from '@/lib/document/schema'
import { buildItem } from '@/lib/publishing/rules'
import { contextOf } from '@/lib/render/block-context'
import { ArticleItem } from '@/lib/render/blocks/article-item'
import { Headline } from '@/lib/render/blocks/headline'
import { ItemBody, ItemTail } from '@/lib/render/blocks/item-parts'

type Props = { id: string; item: ItemText; layout: Layout }

/** An item as its readers will see it. A click writes in it; a link is followed with Ctrl or Cmd held. */
export const ItemView = memo(function ItemView({ id, item, layout }: Props) {
  const { publication } = useDesk()
  const document = useMemo(() => buildItem({ ...withShownTexts(item), id, version: 0 }), [id, item])
  return (
    <div className="ed-view" data-view={id}>
      {layout === 'list' ? (
        <RowView document={document} dir={publication.dir} />
      ) : (
        <ArticleView document={document} dir={publication.dir} />
      )}
    </div>
  )
})

type ViewProps = { document: DocumentItem; dir: 'ltr' | 'rtl' }

function ArticleView({ document, dir }: ViewProps) {
  const { kind, headline, blurb } = document
  const context = contextOf({ title: 'x' }, dir)
  const missing = kind === 'link' && !headline
  return (
    <>
      {missing ? <p className="ed-missing">Untitled link</p> : null}
      {blurb.trim() === '' ? (
        <article className={kind}>
          <Headline item={document} context={context} />
          <p className="ed-empty">{kind === 'quote' ? 'Add the quote…' : 'Add a blurb…'}</p>
          <ItemTail item={document} context={context} />
        </article>
      ) : (
        <ArticleItem item={document} context={context} />
      )}
    </>
  )
}

function RowView({ document, dir }: ViewProps) {
  const { kind, headline, url } = document
  // Only a link needs a headline; a note or a quote in a list is whole without one.
  const unnamed = kind === 'link' ? 'No name' : kind === 'quote' ? 'Quote' : 'Note'
  const look = headline ? '' : kind === 'link' ? ' ed-missing' : ' ed-unnamed'
  return (
    <>
      <div className="ed-row">
        <span className={`ed-row-name${look}`}>{headline ?? unnamed}</span>
        <span className="ed-row-url">{url?.replace(/^https?:\/\/(www\.)?/, '') ?? 'no address'}</span>
      </div>
      {document.blurb.trim() ? (
        <div className="ed-row-comment">
          <ItemBody item={document} context={contextOf({ title: 'x' }, dir)} />
        </div>
      ) : null}
    </>
  )
}
