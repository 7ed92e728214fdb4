import { Select } from '@/components/ui/select'
import { Setting } from './setting'
import { SettingGroup } from './setting-group'
import type { SettingsForm } from './use-settings'

const choices = [
  { value: 'off', label: 'Off' },
  { value: 'on', label: 'On' },
]

/** Whether past topics are offered for new items. */
export function TopicField({ form }: { form: SettingsForm }) {
  const { draft, set } = form
  return (
    <SettingGroup id="topics" title="Topics" note="Under an item’s topics, ready to be added with one press.">
      <Setting
        form={form}
        name="suggestsTopics"
        label="Suggest topics"
        hint="From published items of the same site, by the same people, or with the same words in the headline."
      >
        {(control) => (
          <Select
            {...control}
            options={choices}
            value={draft.suggestsTopics ? 'on' : 'off'}
            onChange={({ target }) => set('suggestsTopics', target.value === 'on')}
          />
        )}
      </Setting>
    </SettingGroup>
  )
}
