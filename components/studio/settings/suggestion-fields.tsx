'use client'

import { Select } from '@/components/ui/select'
import { Setting } from './setting'
import { SettingGroup } from './setting-group'
import type { SettingsForm } from './use-settings'

const states = [
  { value: 'closed', label: 'Closed: the page isn’t there' },
  { value: 'open', label: 'Open: linked under every page' },
]

/** Whether readers send in links. */
export function SuggestionFields({ form }: { form: SettingsForm }) {
  const { draft, set } = form
  return (
    <SettingGroup
      id="suggestions"
      title="Suggestions"
      note={
        <>
          The page <code>/suggest</code>, on which readers send you a link. It comes into the inbox, and they
          see at an address of their own whether it went into an issue.{' '}
          {draft.suggestionsOpen ? (
            <a href="/suggest" className="text-accent underline">
              See it
            </a>
          ) : null}
        </>
      }
    >
      <Setting form={form} name="suggestionsOpen" label="For readers">
        {(control) => (
          <Select
            {...control}
            options={states}
            value={draft.suggestionsOpen ? 'open' : 'closed'}
            onChange={({ target }) => set('suggestionsOpen', target.value === 'open')}
          />
        )}
      </Setting>
    </SettingGroup>
  )
}
