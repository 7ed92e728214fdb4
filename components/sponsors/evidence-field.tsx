'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { inputClass } from '@/components/ui/input-class'

/** A file that says yes in the sponsor's stead, as it is sent: its bytes in base64. */
export type Evidence = { name: string; type: string; base64: string }

type Props = {
  evidence: Evidence | null
  onChange: (evidence: Evidence | null) => void
  error?: string | undefined
}

const MOST_BYTES = 1024 * 1024

async function readFile(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/** The mail in which the sponsor agreed, kept with the approval. */
export function EvidenceField({ evidence, onChange, error }: Props) {
  const [problem, setProblem] = useState<string | null>(null)
  const choose = async (file: File | undefined) => {
    setProblem(null)
    onChange(null)
    if (!file) return
    if (file.size > MOST_BYTES) return setProblem('That file has more than 1 MB. Attach a smaller one.')
    onChange({
      name: file.name.slice(0, 200),
      type: file.type || 'application/octet-stream',
      base64: await readFile(file),
    })
  }
  return (
    <Field
      label="The mail in which they agree, if there is one"
      hint={
        evidence
          ? `${evidence.name} is kept with the approval.`
          : 'A file of up to 1 MB, kept with the approval.'
      }
      error={problem ?? error}
    >
      {(control) => (
        <input
          {...control}
          type="file"
          accept=".eml,.msg,.txt,.pdf,.png,.jpg,message/rfc822"
          className={inputClass}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
      )}
    </Field>
  )
}
