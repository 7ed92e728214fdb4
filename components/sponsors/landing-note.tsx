import { Moment } from '@/components/accounts/moment'
import { Notice } from '@/components/ui/notice'
import type { Landing } from '@/lib/landings/schema'

/** What the last look at the address of the copy found, where there is something to say. */
export function LandingNote({ landing, zone }: { landing: Landing | null; zone: string }) {
  if (!landing || landing.outcome === 'OK') return null
  return (
    <Notice tone={landing.outcome === 'DEAD' ? 'bad' : 'warn'} title="The address of the copy">
      <p>{landing.message}</p>
      <p className="text-[0.8125rem] text-muted">
        {landing.url}, looked at <Moment at={landing.checkedAt} zone={zone} />
      </p>
    </Notice>
  )
}
