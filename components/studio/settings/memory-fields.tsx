import { NamesField } from './names-field'
import { SettingGroup } from './setting-group'
import type { SettingsForm } from './use-settings'

/** Whose links may come again without a word. */
export function MemoryFields({ form }: { form: SettingsForm }) {
  return (
    <SettingGroup
      id="memory"
      title="Links that come again"
      note="“Sent in #212”, and the finding for what readers had within a year, leave these alone."
    >
      <NamesField
        form={form}
        name="exemptHosts"
        label="Hosts that are linked again on purpose"
        hint="One a line, such as jobs.example.org; hosts below it count as well. Status pages needn’t be named."
      />
    </SettingGroup>
  )
}
