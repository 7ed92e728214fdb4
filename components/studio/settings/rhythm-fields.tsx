import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { isTimeZone } from '@/lib/publication/rules'
import type { Settings } from '@/lib/publication/schema'
import { formatDay, formatMoment } from '@/lib/times/rules'
import { Setting } from './setting'
import { SettingGroup } from './setting-group'
import type { SettingsForm } from './use-settings'

const cadences: readonly { value: Settings['cadence']; label: string }[] = [
  { value: 'WEEKLY', label: 'Every week' },
  { value: 'FORTNIGHTLY', label: 'Every second week' },
  { value: 'MONTHLY', label: 'Every month' },
  { value: 'IRREGULAR', label: 'Now and then' },
]
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const weekdays = days.map((label, index) => ({ value: String(index + 1), label }))

type Props = { form: SettingsForm; zones: readonly string[]; now: number; nextDate: string }

/** When issues come, and by whose clock. @param now instant of the page, in milliseconds */
export function RhythmFields({ form, zones, now, nextDate }: Props) {
  const { draft, set } = form
  const at = new Date(now)
  // Far enough off to be told with its date.
  const clock = isTimeZone(draft.zone) ? formatMoment(at, draft.zone, new Date(now + 1)) : null
  return (
    <SettingGroup
      id="rhythm"
      title="Rhythm"
      note={`Dates and schedules of new issues follow it; the next one is for ${formatDay(nextDate)}.`}
    >
      <Setting
        form={form}
        name="zone"
        label="Time zone"
        hint={clock ? `It was ${clock} there when you opened this page.` : 'Type a city or a region.'}
      >
        {(control) => (
          <>
            <TextInput
              {...control}
              list="zones"
              value={draft.zone}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              onChange={({ target }) => set('zone', target.value)}
            />
            <datalist id="zones">
              {zones.map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </>
        )}
      </Setting>
      <div className="grid gap-4 sm:grid-cols-3">
        <Setting form={form} name="cadence" label="Issues come">
          {(control) => (
            <Select
              {...control}
              options={cadences}
              value={draft.cadence}
              onChange={({ target }) => set('cadence', target.value as Settings['cadence'])}
            />
          )}
        </Setting>
        <Setting form={form} name="weekday" label="On">
          {(control) => (
            <Select
              {...control}
              options={weekdays}
              value={String(draft.weekday)}
              onChange={({ target }) => set('weekday', Number(target.value))}
            />
          )}
        </Setting>
        <Setting form={form} name="sendTime" label="At">
          {(control) => (
            <TextInput
              {...control}
              type="time"
              value={draft.sendTime}
              onChange={({ target }) => set('sendTime', target.value)}
            />
          )}
        </Setting>
      </div>
    </SettingGroup>
  )
}
