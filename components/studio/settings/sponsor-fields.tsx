'use client'

import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { fillSponsorLine } from '@/lib/publication/rules'
import { NamesField } from './names-field'
import { Setting } from './setting'
import { SettingGroup } from './setting-group'
import type { SettingsForm } from './use-settings'

const counting = [
  { value: 'counted', label: 'Counted' },
  { value: 'plain', label: 'Not counted' },
]

const exclusivity = [
  { value: 'any', label: 'Any booking is taken' },
  { value: 'apart', label: 'Kept apart' },
]
const waitlists = [
  { value: 'none', label: 'No waitlist' },
  { value: 'kept', label: 'Companies can wait' },
]

/** Who pays, and whom to name when a link leads to them. */
export function SponsorFields({ form }: { form: SettingsForm }) {
  const { draft, set } = form
  return (
    <SettingGroup
      id="sponsors"
      title="Sponsors and disclosures"
      note="Whom readers should know of when a link leads to them."
    >
      <Setting
        form={form}
        name="sponsorLine"
        label="Line above a sponsor’s message"
        hint={`With {name}. Reads: “${fillSponsorLine(draft.sponsorLine, 'Example Company')}”`}
      >
        {(control) => (
          <TextInput
            {...control}
            dir="auto"
            value={draft.sponsorLine}
            onChange={({ target }) => set('sponsorLine', target.value)}
          />
        )}
      </Setting>
      <Setting
        form={form}
        name="countsClicks"
        label="Clicks on sponsors’ links"
        hint="Without a cookie, and with nothing kept of who clicked. Not counted, links are plain: in issues that are out too."
      >
        {(control) => (
          <Select
            {...control}
            options={counting}
            value={draft.countsClicks ? 'counted' : 'plain'}
            onChange={({ target }) => set('countsClicks', target.value === 'counted')}
          />
        )}
      </Setting>
      <div className="grid gap-4 sm:grid-cols-2">
        <Setting
          form={form}
          name="keepsExclusive"
          label="Competitors and neighbours"
          hint="Kept apart, two companies that sell the same don’t share an issue, and none runs twice in a row."
        >
          {(control) => (
            <Select
              {...control}
              options={exclusivity}
              value={draft.keepsExclusive ? 'apart' : 'any'}
              onChange={({ target }) => set('keepsExclusive', target.value === 'apart')}
            />
          )}
        </Setting>
        <Setting
          form={form}
          name="keepsWaitlist"
          label="Dates that are taken"
          hint="Who waits is shown to you when the place is free again; nobody else is told."
        >
          {(control) => (
            <Select
              {...control}
              options={waitlists}
              value={draft.keepsWaitlist ? 'kept' : 'none'}
              onChange={({ target }) => set('keepsWaitlist', target.value === 'kept')}
            />
          )}
        </Setting>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <NamesField
          form={form}
          name="employerNames"
          label="Your employers"
          hint="And whoever else you are tied to, one name a line. What to disclose can stand behind a colon: “Example Group: Example Group owns my employer.”"
        />
        <NamesField form={form} name="sponsorNames" label="Your sponsors" hint="One name a line." />
      </div>
    </SettingGroup>
  )
}
