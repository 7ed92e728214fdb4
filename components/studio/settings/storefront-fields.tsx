'use client'

import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { markdownBlocks } from '@/lib/render/markdown/markdown-element'
import { FactFields } from './fact-fields'
import { Setting } from './setting'
import { SettingGroup } from './setting-group'
import type { SettingsForm } from './use-settings'

const states = [
  { value: 'closed', label: 'Closed: the page isn’t there' },
  { value: 'open', label: 'Open: linked under every page' },
]

/** The page on which strangers read what a message costs, and ask for a date. */
export function StorefrontFields({ form }: { form: SettingsForm }) {
  const { draft, set } = form
  return (
    <SettingGroup
      id="storefront"
      title="Storefront"
      note={
        <>
          The page <code>/sponsor-us</code>: your text, the placements that are offered with their prices, and
          which dates are free.{' '}
          {draft.storefrontOpen ? (
            <a href="/sponsor-us" className="text-accent underline">
              See it
            </a>
          ) : null}
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Setting form={form} name="storefrontOpen" label="For readers">
          {(control) => (
            <Select
              {...control}
              options={states}
              value={draft.storefrontOpen ? 'open' : 'closed'}
              onChange={({ target }) => set('storefrontOpen', target.value === 'open')}
            />
          )}
        </Setting>
        <Setting
          form={form}
          name="holdDays"
          label="Days a request keeps its date"
          hint="Unless you answer before, the date is free again afterwards."
        >
          {(control) => (
            <TextInput
              {...control}
              type="number"
              min={1}
              max={90}
              value={Number.isNaN(draft.holdDays) ? '' : draft.holdDays}
              onChange={({ target }) => set('holdDays', target.valueAsNumber)}
            />
          )}
        </Setting>
      </div>
      <Setting
        form={form}
        name="storefrontText"
        label="What you tell sponsors"
        hint="Markdown. Who reads you, what you won’t run, how you work."
      >
        {(control) => (
          <TextArea
            {...control}
            dir="auto"
            value={draft.storefrontText}
            onChange={({ target }) => set('storefrontText', target.value)}
          />
        )}
      </Setting>
      {draft.storefrontText.trim() ? (
        <div className="rounded-md bg-sunk px-4 py-3">
          <h3 className="font-medium">Reads</h3>
          <div
            lang={draft.lang}
            dir={draft.dir}
            className="mt-1 grid gap-2 text-muted [&_a]:text-accent [&_a]:underline [&_ul]:list-disc [&_ul]:ps-5"
          >
            {markdownBlocks(draft.storefrontText, { dir: draft.dir, heading: 4 })}
          </div>
        </div>
      ) : null}
      <FactFields form={form} />
    </SettingGroup>
  )
}
