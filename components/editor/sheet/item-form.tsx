'use client'

import { useDeferredValue, useEffect, useRef } from 'react'
import { nextItem } from '@/components/editor/desk/actions'
import { useDesk, useDeskState, useField } from '@/components/editor/desk/use-desk'
import { LinksField } from '@/components/editor/fields/links-field'
import { focusNext, TextField } from '@/components/editor/fields/text-field'
import { ItemMemory } from '@/components/editor/memory/item-memory'
import type { Layout } from '@/lib/document/schema'
import { ItemExtras, useExtras } from './item-extras'
import { ItemOffers, useOffers } from './item-offers'

type Props = { id: string; layout: Layout }

/** Fields that stand among what is drawn a moment after the form. */
const rare = ['topics', 'lang', 'dir', 'kind']

/** An item that is being written. Esc leaves, Ctrl/Cmd+Enter goes on to the next one. */
export function ItemForm({ id, layout }: Props) {
  const form = useRef<HTMLDivElement>(null)
  const asked = useDeskState(({ editing }) => (editing?.row.id === id ? editing : null))
  const row = { kind: 'item' as const, id }
  const { value: kind = 'link' } = useField(row, 'kind')
  const extras = useExtras(id, asked?.field ?? null)
  const offers = useOffers(id, layout)
  // The fields are there with the key that opens them; what stands below them follows, unless it was asked for.
  const whole = useDeferredValue(true, rare.includes(asked?.field ?? ''))
  useEffect(() => {
    if (!asked) return
    const fields = form.current?.querySelectorAll<HTMLElement>('[data-field], [data-part]') ?? []
    const isWanted = ({ dataset }: HTMLElement) =>
      dataset.part === asked.field || dataset.field === asked.field
    const wanted = Array.from(fields).find(isWanted) ?? fields[0]
    wanted?.focus()
    if (wanted instanceof HTMLInputElement || wanted instanceof HTMLTextAreaElement)
      wanted.setSelectionRange(wanted.value.length, wanted.value.length)
  }, [asked])
  useEffect(() => {
    if (asked && whole) form.current?.scrollIntoView({ block: 'nearest' })
  }, [asked, whole])
  return (
    <div ref={form} className="ed-form" data-form={layout} data-item={id}>
      {layout === 'list' ? (
        <RowFields id={id} offer={offers.headline} />
      ) : (
        <ArticleFields id={id} kind={kind} offer={offers.headline} />
      )}
      {extras.has('byline') ? (
        <TextField
          row={row}
          field="byline"
          label="Byline"
          shown
          className="ed-small"
          placeholder="Name — Organisation"
          offer={offers.byline}
        />
      ) : null}
      {extras.has('links') ? <LinksField id={id} /> : null}
      {extras.has('credit') ? (
        <TextField
          row={row}
          field="credit"
          label="Credit"
          shown
          as="markdown"
          className="ed-small"
          placeholder="Thanks to …"
        />
      ) : null}
      {extras.has('disclosure') ? (
        <TextField
          row={row}
          field="disclosure"
          label="Disclosure"
          shown
          as="markdown"
          className="ed-small"
          placeholder="Full disclosure: …"
        />
      ) : null}
      {whole ? (
        <>
          <ItemOffers id={id} offers={offers} />
          <ItemExtras id={id} layout={layout} extras={extras} />
        </>
      ) : null}
    </div>
  )
}

type ArticleProps = { id: string; kind: 'link' | 'quote' | 'note'; offer: string | null }

function ArticleFields({ id, kind, offer }: ArticleProps) {
  const row = { kind: 'item' as const, id }
  const headline = (
    <TextField
      row={row}
      field="headline"
      label="Headline"
      placeholder={kind === 'link' ? 'Headline' : 'Headline, if it has one'}
      className="ed-headline"
      offer={kind === 'link' ? offer : null}
    />
  )
  const url = (
    <TextField
      row={row}
      field="url"
      label="Address"
      placeholder={kind === 'link' ? 'https://…' : 'Address, if it has one'}
      className="ed-url"
      inputMode="url"
      dir="ltr"
    />
  )
  return (
    <>
      {headline}
      {url}
      <ItemMemory id={id} layout="articles" />
      <TextField
        row={row}
        field="blurb"
        as="markdown"
        label={kind === 'quote' ? 'Quote' : 'Blurb'}
        placeholder={
          kind === 'quote'
            ? 'The quote; a last line “— Name” names who said it'
            : kind === 'note'
              ? 'The note, in Markdown'
              : 'What do you say about it? Markdown'
        }
        className={kind === 'quote' ? 'ed-blurb ed-quote' : 'ed-blurb'}
      />
    </>
  )
}

/** A row of a list: name, Tab, address, Enter, next row; the comment below. */
function RowFields({ id, offer }: { id: string; offer: string | null }) {
  const desk = useDesk()
  const row = { kind: 'item' as const, id }
  const onEnter = () => {
    const { headline = '', url = '' } = desk.editor.state.doc.items[id] ?? {}
    const active = document.activeElement
    if (headline && !url && active instanceof HTMLElement && active.dataset.field === 'headline')
      focusNext(active)
    else nextItem(desk, id)
  }
  return (
    <>
      <div className="ed-row ed-row-fields">
        <TextField
          row={row}
          field="headline"
          label="Name"
          placeholder="Service"
          className="ed-row-name"
          offer={offer}
          onEnter={onEnter}
        />
        <TextField
          row={row}
          field="url"
          label="Address"
          placeholder="Address ⏎ adds the next row"
          className="ed-row-url"
          inputMode="url"
          dir="ltr"
          onEnter={onEnter}
        />
      </div>
      <ItemMemory id={id} layout="list" />
      <TextField
        row={row}
        field="blurb"
        as="markdown"
        label="Comment"
        placeholder="Comment, if there is something to say"
        className="ed-row-comment"
      />
    </>
  )
}
