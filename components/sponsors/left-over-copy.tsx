'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { copyFields } from '@/lib/slots/rules'
import { browserStore, CopyJournal } from './copy-journal'
import { type Kept, KeptCopy } from './kept-copy'

/** What this browser kept for a slot that takes no copy any more, to be copied from or thrown away. */
export function LeftOverCopy({ base }: { base: string }) {
  const [kept, setKept] = useState<Kept>({})
  useEffect(() => {
    const left = new CopyJournal(browserStore(), base).read()
    setKept(Object.fromEntries(Object.entries(left).map(([field, { value }]) => [field, value])))
  }, [base])
  if (!copyFields.some((field) => kept[field])) return null
  const forget = () => {
    const journal = new CopyJournal(browserStore(), base)
    for (const field of copyFields) journal.keep(field, null)
    setKept({})
  }
  return <KeptCopy kept={kept} action={<Button onClick={forget}>Throw it away</Button>} />
}
