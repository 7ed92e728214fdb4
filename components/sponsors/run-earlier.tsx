'use client'

import { useState } from 'react'
import { useRefreshingCommand } from '@/components/accounts/use-refreshing-command'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { EarlierCopy, SlotDetail } from '@/lib/slots/schema'
import { visibleText } from '@/lib/sponsors/rules'
import { formatDay } from '@/lib/times/rules'

const LONGEST = 60

/** What a company, or the house, ran before, once more in this slot. */
export function RunEarlier({ slot, earlier }: { slot: SlotDetail; earlier: EarlierCopy[] }) {
  const { post, busy } = useRefreshingCommand()
  const [chosen, setChosen] = useState(earlier[0]?.versionId ?? '')
  const { id, sponsor } = slot
  if (earlier.length === 0) return null
  const wordsOf = ({ date, placement, headline, text }: EarlierCopy) => {
    const words = visibleText({ headline, text, callToAction: '' }).replaceAll('\n', ' – ')
    return `${formatDay(date)}, ${placement}: ${words.slice(0, LONGEST)}`
  }
  const done = sponsor.isHouse
    ? 'It is approved and stands in the issue.'
    : 'Their earlier copy waits for your approval above.'
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Field
        label={sponsor.isHouse ? 'What you ran before' : `What ${sponsor.name} ran before`}
        className="min-w-0 flex-1"
      >
        {(control) => (
          <Select
            {...control}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
            options={earlier.map((copy) => ({ value: copy.versionId, label: wordsOf(copy) }))}
          />
        )}
      </Field>
      <Button
        busy={busy}
        onClick={() => void post(`/api/slots/${id}/reuse`, done, { versionId: chosen, submit: 'yes' })}
      >
        Run this copy
      </Button>
    </div>
  )
}
