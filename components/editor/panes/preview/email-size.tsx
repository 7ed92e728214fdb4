'use client'

import { useState } from 'react'
import { jumpTo } from '@/components/editor/desk/jump'
import { useDesk } from '@/components/editor/desk/use-desk'
import { useChecked } from '@/components/editor/panes/use-findings'
import { emailStanding, sizeInWords } from '@/lib/email-size/rules'
import { GMAIL_CLIPS_AT } from '@/lib/render/email/size'
import type { WrittenEmail } from './compose-email'
import { useEmail } from './use-email'
import { type Weight, weighParts, weighSections } from './weights'

const SHOWN = 6

/** How much of what Gmail shows the email takes, and which parts take most. */
export function EmailSize() {
  const email = useEmail()
  const [open, setOpen] = useState(false)
  if (!email) return <p className="ed-size">Email size: being counted…</p>
  const standing = emailStanding(email.bytes)
  return (
    <details
      className="ed-size"
      data-standing={standing}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <span>
          Email <b>{sizeInWords(email.bytes)}</b> of the {sizeInWords(GMAIL_CLIPS_AT)} that Gmail shows
          {standing === 'over' ? ': the end is cut off' : ''}
        </span>
        <meter
          min={0}
          max={GMAIL_CLIPS_AT}
          high={GMAIL_CLIPS_AT * 0.9}
          optimum={0}
          value={Math.min(email.bytes, GMAIL_CLIPS_AT)}
          aria-label="Part of what Gmail shows"
        />
      </summary>
      {open ? <Weights email={email} /> : null}
    </details>
  )
}

function Weights({ email }: { email: WrittenEmail }) {
  const { draft } = useChecked()
  const { bytes } = email
  return (
    <>
      <WeightList title="Heaviest parts" weights={weighParts(email, draft).slice(0, SHOWN)} of={bytes} />
      <WeightList title="Sections" weights={weighSections(email, draft).slice(0, SHOWN)} of={bytes} />
    </>
  )
}

function WeightList({ title, weights, of }: { title: string; weights: Weight[]; of: number }) {
  const desk = useDesk()
  if (weights.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ol>
        {weights.map(({ key, name, bytes, where }) => {
          const line = (
            <>
              <span>{name}</span>
              <span>
                {sizeInWords(bytes)}
                <small>{` ${Math.max(1, Math.round((bytes / of) * 100))}%`}</small>
              </span>
            </>
          )
          return (
            <li key={key}>
              {where ? (
                <button
                  type="button"
                  onClick={() => jumpTo(desk, { code: '', level: 'warn', message: '', where })}
                >
                  {line}
                </button>
              ) : (
                <span>{line}</span>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}
