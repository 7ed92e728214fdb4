'use client'

import { useId } from 'react'
import type { TextClash } from '@/lib/draft-text/schema'

type Side = 'yours' | 'theirs'
type Props = { clashes: TextClash[]; prefer: Side | undefined; onPrefer: (side: Side) => void }

/** Where the text and what others saved meanwhile want different things, until the person has said whose shall stand. */
export function ClashList({ clashes, prefer, onPrefer }: Props) {
  const group = useId()
  return (
    <fieldset className="grid gap-3 rounded-lg border border-s-4 border-rule border-s-warn bg-pane px-4 py-3">
      <legend className="sr-only">Where both changed the same</legend>
      <p>
        <b>Somebody else changed the same meanwhile.</b> Choose whose words stand; everything else is put
        together.
      </p>
      <ul className="grid gap-3">
        {clashes.map(({ name, what, yours, theirs }) => (
          <li key={`${name}-${what}-${yours}`}>
            <p className="font-medium" dir="auto">
              {name} <span className="font-normal text-muted">· {what}</span>
            </p>
            <dl className="grid gap-x-3 gap-y-1 sm:grid-cols-[4rem_minmax(0,1fr)]">
              <dt className="text-muted">Yours</dt>
              <dd dir="auto" className="whitespace-pre-wrap">
                {yours || 'nothing'}
              </dd>
              <dt className="text-muted">Theirs</dt>
              <dd dir="auto" className="whitespace-pre-wrap">
                {theirs || 'nothing'}
              </dd>
            </dl>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-x-5">
        {(['yours', 'theirs'] as const).map((side) => (
          <label key={side} className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
            <input type="radio" name={group} checked={prefer === side} onChange={() => onPrefer(side)} />
            {side === 'yours' ? 'Mine stand' : 'Theirs stand'}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
