'use client'

import { choosableCodes, choosableFindings } from '@/lib/preflight/schema'
import { Conflict } from './setting'
import { SettingGroup } from './setting-group'
import type { SettingsForm } from './use-settings'

/** Which findings stop an issue, besides those that always do. */
export function FindingFields({ form }: { form: SettingsForm }) {
  const { draft, set } = form
  const chosen = draft.blockingFindings
  return (
    <SettingGroup
      id="findings"
      title="Findings"
      note="An issue does not go out while one of these stands against it: a scheduled one is held, and you are mailed. All others are only worth a look."
    >
      <fieldset onBlur={() => form.leave('blockingFindings')} className="grid gap-1 sm:grid-cols-2">
        <legend className="mb-1 font-medium">What stops publishing</legend>
        {choosableCodes.map((code) => (
          <label key={code} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              className="size-4 flex-none accent-(--accent)"
              checked={chosen.includes(code)}
              onChange={({ target }) =>
                set(
                  'blockingFindings',
                  choosableCodes.filter((other) =>
                    other === code ? target.checked : chosen.includes(other),
                  ),
                )
              }
            />
            <span className="first-letter:uppercase">{choosableFindings[code]}</span>
          </label>
        ))}
      </fieldset>
      <Conflict form={form} name="blockingFindings" label="What stops publishing" />
    </SettingGroup>
  )
}
