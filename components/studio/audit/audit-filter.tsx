import { Button, buttonClass } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { inputClass } from '@/components/ui/input-class'
import { Select } from '@/components/ui/select'
import { actionWords } from '@/lib/audit-log/rules'
import type { AuditFilter, AuditPage } from '@/lib/audit-log/schema'

type Props = { filter: AuditFilter; choices: Pick<AuditPage, 'people' | 'actions' | 'issues'> }

/** Narrows the log; a plain form, so that each view of it has an address. */
export function AuditFilterForm({ filter, choices: { people, actions, issues } }: Props) {
  const { after: _after, ...chosen } = filter
  const isNarrowed = Object.values(chosen).some((value) => value !== undefined)
  const named = (rows: { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <form
      method="get"
      className="mb-5 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1.5fr_auto_auto_auto]"
    >
      <Field label="Who">
        {(control) => (
          <Select
            {...control}
            name="who"
            defaultValue={filter.who ?? ''}
            options={[
              { value: '', label: 'Everybody' },
              ...named(people),
              { value: 'system', label: 'The system' },
            ]}
          />
        )}
      </Field>
      <Field label="What">
        {(control) => (
          <Select
            {...control}
            name="what"
            defaultValue={filter.what ?? ''}
            options={[
              { value: '', label: 'Everything' },
              ...actions.map((action) => ({ value: action, label: actionWords(action) })),
            ]}
          />
        )}
      </Field>
      <Field label="Issue">
        {(control) => (
          <Select
            {...control}
            name="issue"
            className="w-full min-w-0"
            defaultValue={filter.issue ?? ''}
            options={[{ value: '', label: 'All issues, and what is in none' }, ...named(issues)]}
          />
        )}
      </Field>
      <Field label="From">
        {(control) => (
          <input {...control} type="date" name="from" defaultValue={filter.from} className={inputClass} />
        )}
      </Field>
      <Field label="To">
        {(control) => (
          <input {...control} type="date" name="to" defaultValue={filter.to} className={inputClass} />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit">Show</Button>
        {isNarrowed ? (
          <a href="/admin/audit" className={buttonClass('quiet')}>
            Clear
          </a>
        ) : null}
      </div>
    </form>
  )
}
