import { useState } from 'react'
import { TextArea } from '@/components/ui/text-area'
import { Setting } from './setting'
import type { SettingsForm } from './use-settings'

type NamesProps = {
  form: SettingsForm
  name: 'employerNames' | 'sponsorNames' | 'exemptHosts'
  label: string
  hint: string
}

const namesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Names or hosts, one a line. The text stays as typed while it means the same, so that a line can be begun. */
export function NamesField({ form, name, label, hint }: NamesProps) {
  const names = form.draft[name]
  const [text, setText] = useState(names.join('\n'))
  const shown = namesIn(text).join('\n') === names.join('\n') ? text : names.join('\n')
  return (
    <Setting form={form} name={name} label={label} hint={hint}>
      {(control) => (
        <TextArea
          {...control}
          dir="auto"
          value={shown}
          onChange={({ target }) => {
            setText(target.value)
            form.set(name, namesIn(target.value))
          }}
        />
      )}
    </Setting>
  )
}
