'use client'

import { ArrowUpRight, Clock, Trash2, Undo2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { nameOfCapture } from '@/lib/captures/rules'
import type { CaptureRow } from '@/lib/captures/schema'
import { CaptureFacts } from './capture-facts'
import { CaptureMemory } from './capture-memory'
import { CaptureProblem } from './capture-problem'
import { discard, place } from './core/actions'
import { useInbox, useInboxState } from './use-inbox'

/** One capture at a time, for a thumb: keep it in a section, put it off, discard it, or write a note, which goes with it. */
export function TriageCards({ empty }: { empty: ReactNode }) {
  const row = useInboxState(({ rows, current }) => rows.find(({ id }) => id === current) ?? rows[0])
  const waiting = useInboxState(({ counts }) => counts.inbox)
  const last = useInboxState(({ done }) => done.at(-1))
  const { inbox } = useInbox()
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex min-h-11 items-center justify-between gap-3 text-muted">
        <p role="status" className="min-w-0 truncate">
          {last ? `${last.says}.` : waiting === 1 ? 'One waits.' : `${waiting} wait.`}
        </p>
        {last ? (
          <Button tone="quiet" onClick={() => inbox.undo()}>
            <Undo2 aria-hidden="true" size={16} /> Undo
          </Button>
        ) : null}
      </div>
      {row ? <Card key={row.id} row={row} /> : empty}
    </div>
  )
}

function Card({ row }: { row: CaptureRow }) {
  const { inbox, targets } = useInbox()
  const [section, setSection] = useState(0)
  const target = targets[section] ?? targets[0]
  const ids = [row.id]
  const held = useInboxState(({ texts }) => texts[row.id])
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="grid gap-2 rounded-lg border border-rule bg-pane p-4">
        <h2 dir="auto" className="text-lg leading-snug font-semibold">
          <a href={row.url} target="_blank" rel="noopener noreferrer" className="no-underline">
            {nameOfCapture(row)} <ArrowUpRight aria-hidden="true" size={18} className="inline" />
          </a>
        </h2>
        <CaptureFacts row={row} />
        <CaptureProblem row={row} isWhole={true} />
        <CaptureMemory row={row} />
        {row.quote ? (
          <p dir="auto" className="border-s-2 border-accent ps-3 font-text text-base whitespace-pre-line">
            {row.quote}
          </p>
        ) : null}
        <Field label="Note" error={held?.problems.note}>
          {(control) => (
            <TextArea
              {...control}
              dir="auto"
              rows={2}
              value={held?.fields.note ?? row.note}
              className="min-h-16!"
              onChange={(event) => inbox.texts.write(row, { note: event.target.value })}
              onBlur={() => void inbox.texts.save(row.id)}
            />
          )}
        </Field>
      </div>
      <div className="fixed inset-x-0 bottom-0 z-20 grid gap-2 border-t border-rule bg-pane p-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))]">
        {targets.length > 1 ? (
          <Field label="Keep it in" className="grid-cols-[auto_1fr] items-center gap-3">
            {(control) => (
              <Select
                {...control}
                value={target?.id}
                options={targets.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(event) => setSection(targets.findIndex(({ id }) => id === event.target.value))}
              />
            )}
          </Field>
        ) : null}
        <div className="grid grid-cols-[1fr_1fr_1.6fr] gap-2">
          <Big onPress={() => discard(inbox, ids)}>
            <Trash2 aria-hidden="true" size={20} /> Discard
          </Big>
          <Big onPress={() => inbox.box.set({ asking: ids })}>
            <Clock aria-hidden="true" size={20} /> Later
          </Big>
          <Big isMain disabled={!target} onPress={() => target && place(inbox, target, ids)}>
            Keep
          </Big>
        </div>
      </div>
    </article>
  )
}

type BigProps = { onPress: () => void; isMain?: boolean; disabled?: boolean; children: ReactNode }

function Big({ onPress, isMain = false, disabled = false, children }: BigProps) {
  return (
    <Button
      tone={isMain ? 'primary' : 'plain'}
      disabled={disabled}
      className="min-h-14! flex-col text-sm!"
      onClick={onPress}
    >
      {children}
    </Button>
  )
}
