'use client'

import { useDeferredValue } from 'react'
import type { RowRef } from '@/components/editor/core/document'
import { focusRow } from '@/components/editor/desk/desk-state'
import { openField } from '@/components/editor/desk/jump'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { Button } from '@/components/ui/button'
import { isMergeable, joinParts, type MergePart, mergeTexts } from '@/lib/text-merge/rules'

type Props = {
  row: RowRef
  field: string
  label: string
  mine: unknown
  theirs: unknown
}

/** Longer texts are shown up to here, in characters: telling them apart word by word would hold the page up. */
const LONGEST_SHOWN = 20_000

const asText = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return value === null ? 'none' : String(value)
  return value
    .map((entry: unknown) => {
      const link = entry as { label?: string; url?: string }
      return typeof entry === 'string' ? entry : `${link.label ?? ''} ${link.url ?? ''}`
    })
    .join('\n')
}

/** What both made of it; of a value that is no words, or whose beginning isn't known, both versions as a whole. */
function partsOf(field: string, origin: unknown, mine: unknown, theirs: unknown): MergePart[] {
  const [one, other] = [asText(mine), asText(theirs)]
  if (typeof origin !== 'string' || !isMergeable(field))
    return [{ kind: 'clash', base: '', mine: one, theirs: other }]
  const short = (text: string) => text.slice(0, LONGEST_SHOWN)
  return mergeTexts(short(origin), short(one), short(other)).parts
}

/** Two people wrote in the same place: both texts, and what they make together, until this one has chosen. */
export function FieldConflict({ row, field, label, mine, theirs }: Props) {
  const whole = useDesk()
  const { editor, desk, announce } = whole
  const origin = useEditorState(({ sync }) => sync[row.id]?.origins[field])
  const held = useEditorState(({ sync }) => !sync[row.id]?.dirty.includes(field))
  const written = useDeferredValue(mine)
  const parts = partsOf(field, origin, written, theirs)
  const clashes = parts.filter(({ kind }) => kind === 'clash').length
  const resolve = (value: unknown, said: string) => {
    const open = desk.state.editing?.row.id === row.id
    editor.resolve(row, field, value)
    announce(said)
    if (open || row.kind !== 'item') openField(whole, row, field)
    else focusRow(row.id)
  }
  const putTogether = () => {
    if (typeof mine !== 'string' || typeof theirs !== 'string') return
    const whole = typeof origin === 'string' ? mergeTexts(origin, mine, theirs).parts : null
    resolve(whole ? joinParts(whole) : `${theirs}\n\n${mine}`, 'Both are in the field.')
    desk.edit(row, field)
  }
  if (held) {
    return (
      <section className="ed-conflict" aria-label={`Changed by somebody else: ${label}`}>
        <p role="status">
          <b>Somebody else changed this just now.</b> It comes in when you leave the field.
        </p>
        <Side parts={parts} side="theirs" />
        <Button onClick={() => resolve(theirs, 'Their text is here.')}>Show theirs now</Button>
      </section>
    )
  }
  return (
    <section className="ed-conflict" aria-label={`Two texts for: ${label}`}>
      <p role="alert">
        <b>Somebody else changed this while you wrote.</b>{' '}
        {clashes === 0
          ? 'The two changes stand apart: they are put together when you leave the field.'
          : 'Yours stays above until you choose; nothing is lost.'}
      </p>
      <div className="ed-conflict-texts">
        <div>
          <h4>Yours</h4>
          <Side parts={parts} side="mine" />
          <Button onClick={() => resolve(mine, 'Your text is kept.')}>Keep yours</Button>
        </div>
        <div>
          <h4>Theirs</h4>
          <Side parts={parts} side="theirs" />
          <Button onClick={() => resolve(theirs, 'Their text is kept.')}>Keep theirs</Button>
        </div>
      </div>
      {isMergeable(field) && typeof mine === 'string' && typeof theirs === 'string' ? (
        <div className="ed-conflict-both">
          <h4>Both together</h4>
          <Together parts={parts} />
          <Button onClick={putTogether}>
            {clashes === 0 ? 'Put them together now' : 'Put both into the field'}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

const keyOf = (at: number) => `part-${at}`

/** One person's text, with what they changed marked. */
function Side({ parts, side }: { parts: MergePart[]; side: 'mine' | 'theirs' }) {
  const textOf = (part: MergePart) => {
    if (part.kind === 'same') return part.text
    if (part.kind === 'clash') return <mark>{part[side]}</mark>
    return part.kind === side ? <mark>{part.text}</mark> : part.base
  }
  return (
    <p dir="auto">
      {parts.map((part, at) => (
        <span key={keyOf(at)}>{textOf(part)}</span>
      ))}
    </p>
  )
}

/** Both changes in one text; where they clash, yours and then theirs. */
function Together({ parts }: { parts: MergePart[] }) {
  return (
    <p dir="auto">
      {parts.map((part, at) =>
        part.kind === 'clash' ? (
          <span key={keyOf(at)} className="ed-clash">
            <span className="sr-only"> [you: </span>
            <mark>{part.mine}</mark>
            <span className="sr-only">, they: </span>
            <mark data-side="theirs">{part.theirs}</mark>
            <span className="sr-only">] </span>
          </span>
        ) : (
          <span key={keyOf(at)}>{part.kind === 'same' ? part.text : <mark>{part.text}</mark>}</span>
        ),
      )}
    </p>
  )
}
