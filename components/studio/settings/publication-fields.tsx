import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { isLanguageTag } from '@/lib/document/rules'
import { Setting } from './setting'
import { SettingGroup } from './setting-group'
import type { SettingsForm } from './use-settings'

const directions = [
  { value: 'ltr', label: 'Left to right' },
  { value: 'rtl', label: 'Right to left' },
] as const

/** The language in English, so that a slip in the tag shows. */
function languageName(tag: string): string {
  if (!isLanguageTag(tag)) return 'A tag such as en, pt-BR or ar.'
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(tag)
  return name && name !== tag ? name : 'No language that we know of.'
}

export function PublicationFields({ form }: { form: SettingsForm }) {
  const { draft, set } = form
  return (
    <SettingGroup id="publication" title="Publication" note="As readers see it on every page and in feeds.">
      <Setting form={form} name="name" label="Name">
        {(control) => (
          <TextInput
            {...control}
            required
            dir="auto"
            value={draft.name}
            onChange={({ target }) => set('name', target.value)}
          />
        )}
      </Setting>
      <Setting form={form} name="tagline" label="Tagline" hint="One line that says what it is and for whom.">
        {(control) => (
          <TextInput
            {...control}
            dir="auto"
            value={draft.tagline}
            onChange={({ target }) => set('tagline', target.value)}
          />
        )}
      </Setting>
      <div className="grid gap-4 sm:grid-cols-2">
        <Setting form={form} name="lang" label="Language" hint={languageName(draft.lang)}>
          {(control) => (
            <TextInput
              {...control}
              value={draft.lang}
              autoCapitalize="none"
              spellCheck={false}
              onChange={({ target }) => set('lang', target.value)}
            />
          )}
        </Setting>
        <Setting form={form} name="dir" label="Direction of the text">
          {(control) => (
            <Select
              {...control}
              options={directions}
              value={draft.dir}
              onChange={({ target }) => set('dir', target.value === 'rtl' ? 'rtl' : 'ltr')}
            />
          )}
        </Setting>
      </div>
    </SettingGroup>
  )
}
