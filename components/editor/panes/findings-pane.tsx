'use client'

import { jumpTo } from '@/components/editor/desk/jump'
import { useDesk } from '@/components/editor/desk/use-desk'
import type { Finding } from '@/lib/preflight/rules'
import { useChecked } from './use-findings'

/** What stands between the issue and its readers; each line leads to its field. */
export function FindingsPane() {
  const { findings } = useChecked()
  if (findings.length === 0) {
    return <p className="ed-none">Nothing found. The issue can go out as it stands.</p>
  }
  return <FindingList findings={findings} />
}

export function FindingList({ findings }: { findings: Finding[] }) {
  const desk = useDesk()
  return (
    <ul className="ed-findings">
      {findings.map((finding) => (
        <li key={keyOf(finding)}>
          <button type="button" onClick={() => jumpTo(desk, finding)}>
            <span className="ed-dot" data-level={finding.level} aria-hidden="true" />
            <span>
              {finding.message}
              <small>{finding.level === 'block' ? 'Blocks publishing' : 'Worth a look'}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const keyOf = ({ code, message, where }: Finding) =>
  `${code} ${where.kind === 'issue' ? '' : where.id} ${message}`
