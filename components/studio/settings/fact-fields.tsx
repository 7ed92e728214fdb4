'use client'

import { Plus, X } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { useAnnounce } from '@/components/ui/live-region'
import { TextInput } from '@/components/ui/text-input'
import type { StorefrontFact } from '@/lib/publication/schema'
import { Conflict } from './setting'
import type { SettingsForm } from './use-settings'

/** The figures that the curator shows to sponsors: nothing is counted and shown by itself. */
export function FactFields({ form }: { form: SettingsForm }) {
  const announce = useAnnounce()
  const group = useRef<HTMLFieldSetElement>(null)
  const facts = form.draft.storefrontFacts
  // Nothing moves a row, so its place is its name.
  const rows = facts.map((fact, index) => ({ fact, index, key: `figure-${index}` }))
  const change = (index: number, part: Partial<StorefrontFact>) =>
    form.set(
      'storefrontFacts',
      facts.map((fact, at) => (at === index ? { ...fact, ...part } : fact)),
    )
  const remove = (index: number) => {
    form.set(
      'storefrontFacts',
      facts.filter((_, at) => at !== index),
    )
    announce(`${facts[index]?.label || 'The figure'} removed.`)
    group.current?.querySelector<HTMLButtonElement>(':scope > button')?.focus()
  }
  const error = form.errorOf('storefrontFacts')
  return (
    <fieldset ref={group} className="grid gap-3" onBlur={() => form.leave('storefrontFacts')}>
      <legend className="mb-1 font-medium">Figures to show</legend>
      {rows.map(({ fact, index, key }) => (
        <div key={key} className="flex flex-wrap items-center gap-2">
          <TextInput
            className="min-w-40 flex-1 basis-0"
            {...form.controlAt('storefrontFacts', 'facts-error', index, 'label')}
            aria-label={`What figure ${index + 1} counts`}
            placeholder="Subscribers"
            dir="auto"
            value={fact.label}
            onChange={({ target }) => change(index, { label: target.value })}
          />
          <TextInput
            className="min-w-32 flex-1 basis-0"
            {...form.controlAt('storefrontFacts', 'facts-error', index, 'value')}
            aria-label={`Figure ${index + 1}`}
            placeholder="4,200"
            dir="auto"
            value={fact.value}
            onChange={({ target }) => change(index, { value: target.value })}
          />
          <Button
            tone="quiet"
            className="px-2"
            aria-label={`Remove figure ${index + 1}`}
            onClick={() => remove(index)}
          >
            <X aria-hidden="true" size={16} />
          </Button>
        </div>
      ))}
      {error ? <FieldError id="facts-error">{error}</FieldError> : null}
      <Conflict form={form} name="storefrontFacts" label="Figures to show" />
      <Button
        className="justify-self-start"
        onClick={() => form.set('storefrontFacts', [...facts, { label: '', value: '' }])}
      >
        <Plus aria-hidden="true" size={16} /> Add a figure
      </Button>
    </fieldset>
  )
}
