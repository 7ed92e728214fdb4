'use client'

import { Wrench } from 'lucide-react'
import { useRef } from 'react'
import { jumpTo } from '@/components/editor/desk/jump'
import { mend } from '@/components/editor/desk/mend'
import { useDesk } from '@/components/editor/desk/use-desk'
import { useFindingKeys } from '@/components/editor/keys/use-finding-keys'
import type { Finding } from '@/lib/preflight/rules'
import { LinkCheck } from './link-check'
import { useChecked } from './use-findings'

/** What stands between the issue and its readers; each line leads to its field, and some can be mended here. */
export function FindingsPane() {
  const { findings } = useChecked()
  return (
    <>
      <LinkCheck />
      {findings.length === 0 ? (
        <p className="ed-none">Nothing found. The issue can go out as it stands.</p>
      ) : (
        <FindingList findings={findings} />
      )}
    </>
  )
}

export function FindingList({ findings }: { findings: Finding[] }) {
  const desk = useDesk()
  const { doc } = useChecked()
  const list = useRef<HTMLUListElement>(null)
  const mendAt = (place: number) => {
    const finding = findings[place]
    return finding !== undefined && mend(desk, finding, doc)
  }
  const { at, keys } = useFindingKeys(list, mendAt)
  return (
    <ul ref={list} className="ed-findings" {...keys}>
      {findings.map((finding, place) => (
        <li key={keyOf(finding)}>
          <button
            type="button"
            data-finding={place === at ? 'last' : ''}
            aria-keyshortcuts={finding.fix ? 'm' : undefined}
            onClick={() => jumpTo(desk, finding)}
          >
            <span className="ed-dot" data-level={finding.level} aria-hidden="true" />
            <span>
              {finding.message}
              <small>{finding.level === 'block' ? 'Blocks publishing' : 'Worth a look'}</small>
            </span>
          </button>
          {finding.fix ? (
            <button type="button" className="ed-mend" onClick={() => mendAt(place)}>
              <Wrench aria-hidden="true" size={13} /> {finding.fix.label}
              <span className="sr-only">: {finding.message}</span>
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

const keyOf = ({ code, message, where }: Finding) =>
  `${code} ${where.kind === 'issue' ? '' : where.id} ${'field' in where ? where.field : ''} ${message}`
