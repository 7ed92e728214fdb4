import { FormLine } from '@/components/reader/form-line'
import { ReaderForm } from '@/components/reader/reader-form'
import type { KeptForm } from '@/lib/forms/schema'
import type { SuggestionField } from '@/lib/suggestions/schema'

/** Suggests a link. */
export function SuggestionForm({ kept: { typed, problems } }: { kept: KeptForm<SuggestionField> }) {
  const text = (name: SuggestionField) => ({ name, defaultValue: typed[name] ?? '' })
  return (
    <ReaderForm action="/api/suggestions" problems={problems} submit="Send">
      <FormLine name="url" label="Address of the page" problem={problems.url}>
        {(control) => (
          <input {...control} {...text('url')} dir="ltr" inputMode="url" autoComplete="off" required />
        )}
      </FormLine>
      <FormLine name="title" label="Its title, if you like" problem={problems.title}>
        {(control) => <input {...control} {...text('title')} dir="auto" autoComplete="off" />}
      </FormLine>
      <FormLine name="reason" label="Why it is worth reading, if you like" problem={problems.reason}>
        {(control) => <textarea {...control} {...text('reason')} dir="auto" rows={4} />}
      </FormLine>
      <FormLine name="name" label="Your name, if you want to be thanked" problem={problems.name}>
        {(control) => <input {...control} {...text('name')} dir="auto" autoComplete="name" />}
      </FormLine>
    </ReaderForm>
  )
}
