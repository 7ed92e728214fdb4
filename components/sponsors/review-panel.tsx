'use client'

import { useState } from 'react'
import { CommandProblem } from '@/components/accounts/command-problem'
import { useFormCommand } from '@/components/accounts/use-form-command'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import { useToast } from '@/components/ui/toast'
import type { CopyVersion } from '@/lib/slots/schema'
import { type Evidence, EvidenceField } from './evidence-field'

type Props = {
  slotId: string
  version: CopyVersion
  /** Whether it can be approved now, and whether changes can be asked for. */
  waits: boolean
  mayAsk: boolean
  isHouse: boolean
  /** Its issue is before readers: what is approved now is a correction. */
  isOut: boolean
}

/** Approve what is shown, or say what should change: always about this very version. */
export function ReviewPanel({ slotId, version, waits, mayAsk, isHouse, isOut }: Props) {
  const { send, busy, error } = useFormCommand()
  const toast = useToast()
  const [comment, setComment] = useState('')
  const [evidence, setEvidence] = useState<Evidence | null>(null)
  const forSponsor = !version.bySponsor && !isHouse
  const act = async (action: 'approve' | 'request-changes', done: string) => {
    const more = action === 'approve' ? { onBehalf: forSponsor, ...(evidence ? { evidence } : {}) } : {}
    const input = { versionId: version.id, comment, ...more }
    if (!(await send('POST', `/api/slots/${slotId}/${action}`, input))) return
    setComment('')
    setEvidence(null)
    toast({ message: done })
  }
  if (!waits && !mayAsk) return null
  return (
    <div className="grid gap-3">
      {isHouse ? null : (
        <Field
          label={waits ? 'A note to the sponsor' : 'What should change'}
          hint={waits && mayAsk ? 'Needed when you ask for changes.' : null}
          error={error?.fields.comment}
        >
          {(control) => (
            <TextArea
              {...control}
              dir="auto"
              value={comment}
              onChange={(event) => setComment(event.target.value)}
            />
          )}
        </Field>
      )}
      {waits && forSponsor ? (
        <EvidenceField evidence={evidence} onChange={setEvidence} error={error?.fields.evidence} />
      ) : null}
      <CommandProblem error={error} path={`/admin/sponsors/slots/${slotId}`} />
      <div className="flex flex-wrap gap-2">
        {waits ? (
          <Button
            tone="primary"
            busy={busy}
            onClick={() =>
              void act(
                'approve',
                isOut ? 'Approved. Readers see it with the correction.' : 'Approved. It stands in the issue.',
              )
            }
          >
            {forSponsor ? 'Approve on the sponsor’s behalf' : 'Approve'}
          </Button>
        ) : null}
        {mayAsk ? (
          <Button
            busy={busy}
            onClick={() => void act('request-changes', 'The sponsor is asked for changes.')}
          >
            Request changes
          </Button>
        ) : null}
      </div>
    </div>
  )
}
