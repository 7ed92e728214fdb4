'use client'

import { useCallback, useState } from 'react'
import { useDesk } from '@/components/editor/desk/use-desk'
import { newUuid } from '@/components/studio/new-uuid'
import type { Finding } from '@/lib/preflight/rules'

export type Failure = { message: string; fields: Readonly<Record<string, string>>; findings: Finding[] }
type Outcome<R> = { done: R; failure: null } | { done: null; failure: Failure }

const UNSAVED = 'Some of what is written here isn’t saved yet. Look at the state of saving, then try again.'
/** What keeps an issue from readers has nothing to do with what is written in it, and waits for no text. */
const regardless: readonly string[] = ['unschedule', 'withdraw']

/**
 * Runs a command on the whole issue: saves what is written first, sends it once, and loads what came of it. `run`
 * answers what it came to, or why not; `failure` is that of the last run, until `forget`.
 */
export function useIssueCommand() {
  const { editor } = useDesk()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const attempt = async <R>(verb: string, body: object): Promise<Outcome<R>> => {
    const isSaved = await editor.settle()
    const isReady = isSaved || (regardless.includes(verb) && editor.state.connection === 'online')
    if (!isReady) return { done: null, failure: { message: UNSAVED, fields: {}, findings: [] } }
    const path = `/api/issues/${editor.state.doc.issueId}/${verb}`
    const answer = await editor.command({ method: 'POST', path, body: { commandId: newUuid(), ...body } })
    await editor.refresh()
    if (answer.kind === 'ok') return { done: answer.body as R, failure: null }
    const { message, fields, detail } = answer.error
    const findings = Array.isArray(detail.findings) ? detail.findings : []
    return { done: null, failure: { message, fields, findings } }
  }
  const run = async <R>(verb: string, body: object = {}): Promise<Outcome<R>> => {
    setBusy(true)
    setFailure(null)
    try {
      const outcome = await attempt<R>(verb, body)
      setFailure(outcome.failure)
      return outcome
    } finally {
      setBusy(false)
    }
  }
  const forget = useCallback(() => setFailure(null), [])
  return { busy, failure, run, forget }
}
