import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { type ControlProps, Field } from '@/components/ui/field'
import type { SettingName } from './form-rules'
import type { SettingsForm } from './use-settings'

type Props = {
  form: SettingsForm
  name: SettingName
  label: string
  hint?: ReactNode
  className?: string
  children: (control: ControlProps & { name: string; onBlur: () => void }) => ReactNode
}

/** One setting: label, control, hint, its error beside it, and where two people changed it, both values. */
export function Setting({ form, name, label, hint, className = '', children }: Props) {
  return (
    <div className={className}>
      <Field label={label} hint={hint} error={form.errorOf(name)}>
        {(control) => children({ ...control, name, onBlur: () => form.leave(name) })}
      </Field>
      <Conflict form={form} name={name} label={label} />
    </div>
  )
}

/** Both values of a field that somebody else saved meanwhile, and the choice between them. */
export function Conflict({ form, name, label }: { form: SettingsForm; name: SettingName; label: string }) {
  const conflict = form.conflicts[name]
  if (!conflict) return null
  return (
    <fieldset className="mt-2 grid gap-2 rounded-md border border-s-4 border-rule border-s-warn bg-sunk px-3 py-2">
      <legend className="sr-only">{label} was changed by somebody else too</legend>
      <p className="font-medium">Somebody else saved this meanwhile:</p>
      <p className="whitespace-pre-wrap text-muted" dir="auto">
        {textOf(conflict.theirs) || '(empty)'}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => form.settle(name, 'mine')}>Keep mine</Button>
        <Button onClick={() => form.settle(name, 'theirs')}>Take theirs</Button>
      </div>
    </fieldset>
  )
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.map(textOf).join('\n')
  if (value !== null && typeof value === 'object') return textOf(Object.values(value).filter(Boolean))
  return String(value ?? '')
}
