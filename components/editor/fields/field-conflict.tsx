'use client'

import { diffWordsWithSpace } from 'diff'
import type { RowRef } from '@/components/editor/core/document'
import { useDesk } from '@/components/editor/desk/use-desk'
import { Button } from '@/components/ui/button'

type Props = {
  row: RowRef
  field: string
  label: string
  mine: unknown
  theirs: unknown
  /** False where two texts can't stand one after the other. */
  joins?: boolean
}

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

/** Two people wrote in the same place: both texts, side by side, until this one has chosen. */
export function FieldConflict({ row, field, label, mine, theirs, joins = true }: Props) {
  const { editor, announce } = useDesk()
  const resolve = (value: unknown, said: string) => {
    editor.resolve(row, field, value)
    announce(said)
  }
  const both = joins && typeof mine === 'string' && typeof theirs === 'string' ? `${theirs}\n\n${mine}` : null
  const parts = diffWordsWithSpace(asText(theirs).slice(0, 20_000), asText(mine).slice(0, 20_000))
  return (
    <section className="ed-conflict" aria-label={`Two texts for: ${label}`}>
      <p role="alert">
        <b>Somebody else changed this while you wrote.</b> Yours stays above until you choose; nothing is
        lost.
      </p>
      <div className="ed-conflict-texts">
        <div>
          <h4>Yours</h4>
          <p dir="auto">
            {parts.map(({ value, added, removed }, at) =>
              removed ? null : <Part key={keyOf(at)} text={value} changed={added} />,
            )}
          </p>
          <Button onClick={() => resolve(mine, 'Your text is kept.')}>Keep yours</Button>
        </div>
        <div>
          <h4>Theirs</h4>
          <p dir="auto">
            {parts.map(({ value, added, removed }, at) =>
              added ? null : <Part key={keyOf(at)} text={value} changed={removed} />,
            )}
          </p>
          <Button onClick={() => resolve(theirs, 'Their text is kept.')}>Keep theirs</Button>
        </div>
      </div>
      {both ? (
        <Button tone="quiet" onClick={() => resolve(both, 'Both texts are in the field, to be merged.')}>
          Put both into the field and merge them
        </Button>
      ) : null}
    </section>
  )
}

const keyOf = (at: number) => `part-${at}`

function Part({ text, changed }: { text: string; changed: boolean }) {
  return changed ? <mark>{text}</mark> : text
}
