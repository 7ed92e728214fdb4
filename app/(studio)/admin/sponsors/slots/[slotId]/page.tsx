import type { Metadata } from 'next'
import { orNotFound } from '@/app/(studio)/admin/or-not-found'
import { proofViewOf } from '@/components/sponsors/proof-views'
import { StudioSlot } from '@/components/sponsors/studio-slot'
import { Page } from '@/components/studio/page'
import { requireStudioPage } from '@/lib/accounts/session'
import { now } from '@/lib/clock/clock'
import { AppError } from '@/lib/errors/app-error'
import { isUuid } from '@/lib/ids/rules'
import { freeDatesOf } from '@/lib/inventory/queries'
import { readPublication } from '@/lib/publication/queries'
import { dateInZone } from '@/lib/schedule/rules'
import { earlierCopyOf } from '@/lib/slots/queries/list-slots'
import { readSlot } from '@/lib/slots/queries/read-slot'
import type { SlotDetail } from '@/lib/slots/schema'

/** It didn’t run, or was taken from readers again. */
const isOwed = ({ state, issue }: SlotDetail) => state === 'MISSED' || issue.state === 'WITHDRAWN'

export const metadata: Metadata = { title: 'Slot' }

type Props = {
  params: Promise<{ slotId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function SlotPage({ params, searchParams }: Props) {
  const [{ slotId }, { view }] = await Promise.all([params, searchParams])
  const { actor } = await requireStudioPage(`/admin/sponsors/slots/${slotId}`)
  const known = isUuid(slotId)
    ? readSlot(actor, slotId)
    : Promise.reject(new AppError('not_found', 'There is no such slot.'))
  const slot = await orNotFound(known)
  const [earlier, { zone, lang }] = await Promise.all([
    earlierCopyOf(slot.sponsor.id, slotId),
    readPublication(),
  ])
  return (
    <Page>
      <StudioSlot
        slot={slot}
        earlier={earlier}
        today={dateInZone(now(), zone)}
        zone={zone}
        lang={lang}
        view={proofViewOf(view)}
        freeDates={isOwed(slot) ? await freeDatesOf(actor, slot.placement.id) : []}
      />
    </Page>
  )
}
