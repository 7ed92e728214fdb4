import { FieldChange } from '@/components/studio/history/field-change'
import type { CopyChange } from '@/lib/slots/rules'

/** What changed between two versions of copy, word by word. */
export function CopyChanges({ changes }: { changes: CopyChange[] }) {
  if (changes.length === 0) return <p className="text-muted">Nothing changed since the version before.</p>
  return (
    <dl className="grid gap-2 rounded-lg border border-rule bg-pane px-4 py-3">
      {changes.map((change) => (
        <FieldChange key={change.label} field={change} change="changed" />
      ))}
    </dl>
  )
}
