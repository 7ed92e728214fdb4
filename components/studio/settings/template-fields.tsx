import { TextInput } from '@/components/ui/text-input'
import { type NextIssue, previewTemplates } from '@/lib/publication/rules'
import { slugVariables, subjectVariables, titleVariables } from '@/lib/publication/schema'
import { problemsOf } from './form-rules'
import { Setting } from './setting'
import { SettingGroup } from './setting-group'
import type { SettingsForm } from './use-settings'

const listed = (names: readonly string[]) => `May use ${names.map((name) => `{${name}}`).join(', ')}.`

const fields = [
  { name: 'titleTemplate', label: 'Title', hint: listed(titleVariables) },
  { name: 'slugTemplate', label: 'Address', hint: listed(slugVariables) },
  { name: 'subjectTemplate', label: 'Subject', hint: listed(subjectVariables) },
] as const

/** What a new issue is called, and beside it what the next one would get. */
export function TemplateFields({ form, next }: { form: SettingsForm; next: NextIssue }) {
  const { draft, set } = form
  return (
    <SettingGroup
      id="templates"
      title="Templates"
      note="For new issues; those that are open keep what they have."
    >
      {fields.map(({ name, label, hint }) => (
        <Setting key={name} form={form} name={name} label={label} hint={hint}>
          {(control) => (
            <TextInput
              {...control}
              value={draft[name]}
              spellCheck={false}
              onChange={({ target }) => set(name, target.value)}
            />
          )}
        </Setting>
      ))}
      <NextPreview form={form} next={next} />
    </SettingGroup>
  )
}

function NextPreview({ form: { draft }, next }: { form: SettingsForm; next: NextIssue }) {
  const { titleTemplate, slugTemplate, subjectTemplate, name } = draft
  const broken = problemsOf({ titleTemplate, slugTemplate, subjectTemplate })
  const { title, slug, subject } = previewTemplates(
    { titleTemplate, slugTemplate, subjectTemplate, name },
    next,
  )
  const rows = [
    { label: 'Title', value: broken.titleTemplate ? '–' : title },
    { label: 'Address', value: broken.slugTemplate ? '–' : `/issues/${slug}` },
    { label: 'Subject', value: broken.subjectTemplate ? '–' : subject },
  ]
  return (
    <div className="rounded-md bg-sunk px-4 py-3">
      <h3 className="font-medium">The next issue, number {next.number}, would get</h3>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5" data-testid="next-issue">
        {rows.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
