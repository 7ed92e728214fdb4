'use client'

import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { useAnnounce } from '@/components/ui/live-region'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { SectionTemplate } from '@/lib/publication/schema'
import { Conflict } from './setting'
import { SettingGroup } from './setting-group'
import type { SettingsForm } from './use-settings'

const layouts = [
  { value: 'articles', label: 'Articles' },
  { value: 'list', label: 'Compact list' },
] as const

/** Rows need names of their own while they are moved about; templates have none. */
function useKeys(count: number) {
  const made = useRef(0)
  const [keys, setKeys] = useState<string[]>([])
  const all = Array.from({ length: count }, (_, index) => keys[index] ?? `section-${index}`)
  const next = () => {
    made.current += 1
    return `new-${made.current}`
  }
  return { keys: all, setKeys, next }
}

/** The sections that new issues begin with, and those that can be added to one. */
export function SectionFields({ form }: { form: SettingsForm }) {
  const announce = useAnnounce()
  const list = useRef<HTMLOListElement>(null)
  const rows = form.draft.sectionTemplates
  const { keys, setKeys, next } = useKeys(rows.length)
  const put = (templates: SectionTemplate[], newKeys: string[]) => {
    form.set('sectionTemplates', templates)
    setKeys(newKeys)
  }
  const change = (index: number, part: Partial<SectionTemplate>) =>
    put(
      rows.map((row, at) => (at === index ? { ...row, ...part } : row)),
      keys,
    )
  const move = (from: number, to: number) => {
    if (to < 0 || to >= rows.length) return
    put(moved(rows, from, to), moved(keys, from, to))
    announce(`${rows[from]?.title || 'Untitled section'} is now ${to + 1} of ${rows.length}.`)
  }
  const remove = (index: number) => {
    put(without(rows, index), without(keys, index))
    announce(`${rows[index]?.title || 'Untitled section'} removed.`)
    const inputs = list.current?.querySelectorAll<HTMLInputElement>('input')
    inputs?.[index === 0 ? 1 : index - 1]?.focus()
  }
  const error = form.errorOf('sectionTemplates')
  return (
    <SettingGroup
      id="sections"
      title="Sections"
      note="What each new issue begins with, in this order, and what else is at hand in the editor."
    >
      <ol ref={list} className="grid gap-3">
        {rows.map((row, index) => (
          <SectionRow
            key={keys[index]}
            row={row}
            index={index}
            count={rows.length}
            control={form.controlAt('sectionTemplates', 'sections-error', index, 'title')}
            onChange={(part) => change(index, part)}
            onMove={(by) => move(index, index + by)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      {error ? <FieldError id="sections-error">{error}</FieldError> : null}
      <Conflict form={form} name="sectionTemplates" label="Sections" />
      <Button
        className="justify-self-start"
        onClick={() => put([...rows, { title: '', layout: 'articles', starts: true }], [...keys, next()])}
      >
        <Plus aria-hidden="true" size={16} /> Add a section
      </Button>
    </SettingGroup>
  )
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = without(list, from)
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)]
}
const without = <T,>(list: readonly T[], index: number) => list.filter((_, at) => at !== index)

type RowProps = {
  row: SectionTemplate
  index: number
  count: number
  control: ReturnType<SettingsForm['controlAt']>
  onChange: (part: Partial<SectionTemplate>) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

function SectionRow({ row, index, count, control, onChange, onMove, onRemove }: RowProps) {
  const place = `section ${index + 1}`
  return (
    <li className="flex flex-wrap items-center gap-2">
      <TextInput
        className="min-w-40 flex-1 basis-0"
        {...control}
        aria-label={`Title of ${place}`}
        placeholder="Untitled"
        dir="auto"
        value={row.title ?? ''}
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <div className="w-36">
        <Select
          aria-label={`Layout of ${place}`}
          options={layouts}
          value={row.layout}
          onChange={({ target }) => onChange({ layout: target.value === 'list' ? 'list' : 'articles' })}
        />
      </div>
      <label className="flex min-h-9 items-center gap-1.5 text-[0.8125rem]">
        <input
          type="checkbox"
          className="size-4"
          checked={row.starts}
          aria-label={`New issues begin with ${place}`}
          onChange={({ target }) => onChange({ starts: target.checked })}
        />
        In new issues
      </label>
      <div className="flex">
        <Button
          tone="quiet"
          className="px-2"
          busy={index === 0}
          aria-label={`Move ${place} up`}
          onClick={() => onMove(-1)}
        >
          <ArrowUp aria-hidden="true" size={16} />
        </Button>
        <Button
          tone="quiet"
          className="px-2"
          busy={index === count - 1}
          aria-label={`Move ${place} down`}
          onClick={() => onMove(1)}
        >
          <ArrowDown aria-hidden="true" size={16} />
        </Button>
        <Button tone="quiet" className="px-2" aria-label={`Remove ${place}`} onClick={onRemove}>
          <X aria-hidden="true" size={16} />
        </Button>
      </div>
    </li>
  )
}
