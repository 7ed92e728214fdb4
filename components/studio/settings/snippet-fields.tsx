'use client'

import { Plus, X } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { useAnnounce } from '@/components/ui/live-region'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { Snippet } from '@/lib/publication/schema'
import { Conflict } from './setting'
import { SettingGroup } from './setting-group'
import type { SettingsForm } from './use-settings'

/** Texts that are written again and again, each under the name that brings it. */
export function SnippetFields({ form }: { form: SettingsForm }) {
  const announce = useAnnounce()
  const group = useRef<HTMLFieldSetElement>(null)
  const { snippets } = form.draft
  // Nothing moves a row, so its place is its name.
  const rows = snippets.map((snippet, index) => ({ snippet, index, key: `snippet-${index}` }))
  const put = (next: Snippet[]) => form.set('snippets', next)
  const change = (index: number, part: Partial<Snippet>) =>
    put(snippets.map((snippet, at) => (at === index ? { ...snippet, ...part } : snippet)))
  const remove = (index: number) => {
    put(snippets.filter((_, at) => at !== index))
    announce(`${snippets[index]?.name || 'The snippet'} removed.`)
    group.current?.querySelector<HTMLButtonElement>(':scope > button')?.focus()
  }
  const error = form.errorOf('snippets')
  return (
    <SettingGroup
      id="snippets"
      title="Snippets"
      note={
        <>
          Markdown that you write again and again. In a blurb, an intro or an outro type <code>{'//'}</code>{' '}
          and the name.
        </>
      }
    >
      <fieldset ref={group} className="grid gap-4" onBlur={() => form.leave('snippets')}>
        <legend className="sr-only">Snippets</legend>
        {rows.map(({ snippet, index, key }) => (
          <div key={key} className="grid gap-2 sm:grid-cols-[12rem_1fr_auto] sm:items-start">
            <TextInput
              {...form.controlAt('snippets', 'snippets-error', index, 'name')}
              aria-label={`Name of snippet ${index + 1}`}
              placeholder="thanks"
              dir="auto"
              spellCheck={false}
              value={snippet.name}
              onChange={({ target }) => change(index, { name: target.value })}
            />
            <TextArea
              {...form.controlAt('snippets', 'snippets-error', index, 'text')}
              rows={3}
              aria-label={`Text of snippet ${index + 1}`}
              placeholder="Thanks to [NAME](https://…) for this one."
              dir="auto"
              value={snippet.text}
              onChange={({ target }) => change(index, { text: target.value })}
            />
            <Button
              tone="quiet"
              className="justify-self-start px-2"
              aria-label={`Remove snippet ${index + 1}`}
              onClick={() => remove(index)}
            >
              <X aria-hidden="true" size={16} />
            </Button>
          </div>
        ))}
        {error ? <FieldError id="snippets-error">{error}</FieldError> : null}
        <Conflict form={form} name="snippets" label="Snippets" />
        <Button className="justify-self-start" onClick={() => put([...snippets, { name: '', text: '' }])}>
          <Plus aria-hidden="true" size={16} /> Add a snippet
        </Button>
      </fieldset>
    </SettingGroup>
  )
}
