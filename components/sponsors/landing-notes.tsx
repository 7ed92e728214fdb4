import { Moment } from '@/components/accounts/moment'
import { Notice } from '@/components/ui/notice'
import type { SlotDetail } from '@/lib/slots/schema'

/** What the last look at each address of the copy found, where there is something to say. */
export function LandingNotes({ landings, zone }: { landings: SlotDetail['landings']; zone: string }) {
  return landings
    .filter(({ outcome }) => outcome !== 'OK')
    .map(({ url, isOwn, outcome, message, checkedAt }) => (
      <Notice
        key={url}
        tone={outcome === 'DEAD' ? 'bad' : 'warn'}
        title={isOwn ? 'The address of the copy' : 'A link in the text of the copy'}
      >
        <p>{message}</p>
        <p className="text-[0.8125rem] wrap-anywhere text-muted">
          {url}, looked at <Moment at={checkedAt} zone={zone} />
        </p>
      </Notice>
    ))
}
