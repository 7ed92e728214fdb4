'use client'

import { useState } from 'react'
import { useDesk } from '@/components/editor/desk/use-desk'
import { newUuid } from '@/components/studio/new-uuid'
import type { Finding } from '@/lib/preflight/rules'

type Failure = { message: string; fields: Readonly<Record<string, string>>; findings: Finding[] }

/**
 * Runs a command on the whole issue: saves what is written first, sends it once, and loads what came of it. Answers
 * the result, or null when `failure` says why not.
 */
export function useIssueCommand() {
  const { editor } = useDesk()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const fail = (message: string, extras: Partial<Failure> = {}) => {
    setFailure({ message, fields: {}, findings: [], ...extras })
    return null
  }
  const attempt = async <R>(verb: string, body: object): Promise<R | null> => {
    if (!(await editor.settle())) {
      return fail(
        'Some of what is written here isn’t saved yet. Look at the state of saving, then try again.',
      )
    }
    const path = `/api/issues/${editor.state.doc.issueId}/${verb}`
    const answer = await editor.command({ method: 'POST', path, body: { commandId: newUuid(), ...body } })
    await editor.refresh()
    if (answer.kind === 'ok') return answer.body as R
    const { message, fields, detail } = answer.error
    return fail(message, { fields, findings: Array.isArray(detail.findings) ? detail.findings : [] })
  }
  const run = async <R>(verb: string, body: object = {}): Promise<R | null> => {
    setBusy(true)
    setFailure(null)
    try {
      return await attempt<R>(verb, body)
    } finally {
      setBusy(false)
    }
  }
  return { busy, failure, run }
}
