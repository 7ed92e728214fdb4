import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { accentsOf, contrast, papers, readableOn } from '@/lib/render/accent'
import { AccentSample } from './accent-sample'
import { Setting } from './setting'
import { SettingGroup } from './setting-group'
import type { SettingsForm } from './use-settings'

const isColour = (text: string | null): text is string => text !== null && /^#[0-9a-f]{6}$/i.test(text)

const schemes = [
  { scheme: 'light', name: 'accentLight', label: 'On light paper' },
  { scheme: 'dark', name: 'accentDark', label: 'On dark paper' },
] as const

/** The colour of links and rules on readers' pages, in both schemes. */
export function AccentFields({ form }: { form: SettingsForm }) {
  const { draft } = form
  const accents = accentsOf({
    accentLight: isColour(draft.accentLight) ? draft.accentLight : null,
    accentDark: isColour(draft.accentDark) ? draft.accentDark : null,
  })
  return (
    <SettingGroup
      id="colours"
      title="Colours"
      note="The accent of links and rules. One colour serves both papers if you choose only one."
    >
      <div className="grid gap-6 sm:grid-cols-2">
        {schemes.map(({ scheme, name, label }) => (
          <div key={scheme} className="grid content-start gap-3">
            <AccentField form={form} scheme={scheme} name={name} label={label} used={accents[scheme]} />
            <AccentSample scheme={scheme} accent={accents[scheme]} name={draft.name} />
          </div>
        ))}
      </div>
    </SettingGroup>
  )
}

type Props = {
  form: SettingsForm
  scheme: 'light' | 'dark'
  name: 'accentLight' | 'accentDark'
  label: string
  /** What readers get. */
  used: string
}

function AccentField({ form, scheme, name, label, used }: Props) {
  const value = form.draft[name]
  return (
    <Setting
      form={form}
      name={name}
      label={label}
      hint={<Contrast scheme={scheme} value={value} used={used} />}
    >
      {(control) => (
        <div className="flex flex-wrap items-center gap-2">
          <input
            type="color"
            aria-label={`${label}: choose`}
            value={isColour(value) ? value : used}
            onChange={({ target }) => form.set(name, target.value)}
            className="h-9 w-11 flex-none cursor-pointer rounded-md border border-edge bg-pane p-1 pointer-coarse:h-11"
          />
          <TextInput
            {...control}
            className="min-w-24 flex-1 basis-0 tabular-nums"
            placeholder={used}
            value={value ?? ''}
            spellCheck={false}
            autoCapitalize="none"
            onChange={({ target }) => form.set(name, target.value.trim() || null)}
          />
          {value === null ? null : (
            <Button tone="quiet" onClick={() => form.set(name, null)}>
              Reset
            </Button>
          )}
        </div>
      )}
    </Setting>
  )
}

const ratio = (colour: string, paper: string) => `${contrast(colour, paper).toFixed(1)}:1`

/** How well the colour is read on the paper, and what readers get where it is too faint. */
function Contrast({ scheme, value, used }: { scheme: 'light' | 'dark'; value: string | null; used: string }) {
  const paper = papers[scheme]
  if (!isColour(value)) return <>{ratio(used, paper)} on the paper.</>
  if (readableOn(scheme, value) === value) return <>{ratio(value, paper)} on the paper: readable.</>
  return (
    <span className="text-warn">
      {ratio(value, paper)} on the paper is too faint for text (4.5:1). Readers get {used},{' '}
      {ratio(used, paper)}.
    </span>
  )
}
