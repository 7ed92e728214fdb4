import { FormLine } from '@/components/reader/form-line'
import type { KeptForm } from '@/lib/forms/schema'
import type { SuggestionField } from '@/lib/suggestions/schema'

/** Suggests a link: plain HTML, which works wherever the page itself does. */
export function SuggestionForm({ kept: { typed, problems } }: { kept: KeptForm<SuggestionField> }) {
  const count = Object.values(problems).filter(Boolean).length
  const general =
    problems.form ?? (count > 0 ? 'This couldn’t be sent yet. Look at what is marked below.' : '')
  const text = (name: SuggestionField) => ({ name, defaultValue: typed[name] ?? '' })
  return (
    <form method="post" action="/api/suggestions" className="request" noValidate>
      {general && (
        <p className="problem" role="alert">
          {general}
        </p>
      )}
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
      <div className="unseen" aria-hidden="true">
        <label>
          Leave this empty <input name="reference" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <p>
        <button type="submit">Send</button>
      </p>
    </form>
  )
}
