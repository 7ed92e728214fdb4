import type { Metadata } from 'next'
import { orNotFound } from '@/app/(studio)/admin/or-not-found'
import { PortalSlot } from '@/components/sponsors/portal-slot'
import { proofViewOf } from '@/components/sponsors/proof-views'
import { Page } from '@/components/studio/page'
import { now } from '@/lib/clock/clock'
import { AppError } from '@/lib/errors/app-error'
import { isUuid } from '@/lib/ids/rules'
import { readPublication } from '@/lib/publication/queries'
import { dateInZone } from '@/lib/schedule/rules'
import { earlierCopyOf } from '@/lib/slots/queries/list-slots'
import { readSlot } from '@/lib/slots/queries/read-slot'
import { keptCopyForm } from '@/lib/sponsors/commands/send-copy'
import { requireContactPage } from '@/lib/sponsors/portal'

export const metadata: Metadata = { title: 'Slot' }

type Props = {
  params: Promise<{ slotId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PortalSlotPage({ params, searchParams }: Props) {
  const [{ slotId }, query] = await Promise.all([params, searchParams])
  const { contact } = await requireContactPage(`/sponsor/slots/${slotId}`)
  const known = isUuid(slotId)
    ? readSlot(contact, slotId)
    : Promise.reject(new AppError('not_found', 'There is no such slot.'))
  const slot = await orNotFound(known)
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined)
  const kept = one('kept')
  const [earlier, publication, mine] = await Promise.all([
    earlierCopyOf(contact.sponsorId, slotId),
    readPublication(),
    kept && isUuid(kept) ? keptCopyForm(contact, slotId, kept) : null,
  ])
  return (
    <Page>
      <PortalSlot
        slot={slot}
        earlier={earlier}
        kept={mine}
        today={dateInZone(now(), publication.zone)}
        zone={publication.zone}
        lang={publication.lang}
        view={proofViewOf(one('view'))}
        notice={one('notice')}
        problem={one('problem')}
      />
    </Page>
  )
}
