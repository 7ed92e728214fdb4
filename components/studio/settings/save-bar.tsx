import { Button } from '@/components/ui/button'
import type { SettingsForm } from './use-settings'

/** Says what is unsaved, and saves it. Stays in sight while there is something to save. */
export function SaveBar({ form }: { form: SettingsForm }) {
  const { count, busy, problems, conflicts } = form
  const waiting = Object.keys(conflicts).length
  const told = count === 1 ? '1 unsaved change' : `${count} unsaved changes`
  return (
    <div
      className={`bottom-0 z-20 -mx-4 flex flex-wrap items-center justify-end gap-x-4 gap-y-2 border-t border-rule bg-bg px-4 py-3 sm:-mx-6 sm:px-6 ${count > 0 ? 'sticky' : ''}`}
    >
      <p role="status" className="me-auto">
        {count === 0 ? <span className="text-muted">Everything is saved.</span> : told}
        {problems.length > 0 ? <b className="ms-2 text-bad">{countOf(problems.length)} to mend</b> : null}
        {waiting > 0 ? <b className="ms-2 text-warn">{countOf(waiting)} changed by somebody else</b> : null}
      </p>
      {count > 0 ? <Button onClick={form.discard}>Discard</Button> : null}
      <Button tone="primary" type="submit" busy={busy || count === 0}>
        {busy ? 'Saving…' : 'Save'}
      </Button>
    </div>
  )
}

const countOf = (count: number) => (count === 1 ? '1 field' : `${count} fields`)
