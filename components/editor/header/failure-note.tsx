import { FindingList } from '@/components/editor/panes/findings-pane'
import type { Failure } from './use-issue-command'

/** Why a command on the whole issue was refused, with the way to each finding that stands against it. */
export function FailureNote({ failure: { message, findings } }: { failure: Failure }) {
  return (
    <div role="alert" className="ed-message">
      {message}
      {findings.length > 0 ? <FindingList findings={findings} /> : null}
    </div>
  )
}
