import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import {
  changesOf,
  dayInWords,
  hasUnsent,
  nextForCurator,
  standingInWords,
  standingOf,
  toneOf,
  versionsToCompare,
} from '@/lib/slots/rules'
import type { EarlierCopy, SlotDetail } from '@/lib/slots/schema'
import { addressesOf, isLive, mayStep } from '@/lib/sponsors/rules'
import { formatDay } from '@/lib/times/rules'
import { CopyChanges } from './copy-changes'
import { CopyDesk } from './copy-desk'
import { LandingNotes } from './landing-notes'
import { type FreeDate, MakeGood } from './make-good'
import { PastDates } from './past-dates'
import { ProofFrame } from './proof-frame'
import type { ProofViewName } from './proof-views'
import { ReviewPanel } from './review-panel'
import { RunEarlier } from './run-earlier'
import { SilentSponsor } from './silent-sponsor'
import { SlotSpecView } from './slot-spec'
import { SlotTalk } from './slot-talk'
import { WriteToSponsor } from './write-to-sponsor'

type Props = {
  slot: SlotDetail
  earlier: EarlierCopy[]
  today: string
  zone: string
  lang: string
  view: ProofViewName
  /** Free dates of the placement, for a slot that was missed. */
  freeDates: readonly FreeDate[]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const whatStands =
  'The message stands where readers will see it. Everything else is masked, as the sponsor sees it; the preview of the issue shows all.'
const linkClass = 'underline decoration-edge underline-offset-2 hover:decoration-ink'

/** The words of the button under the copy, and what is said once it was pressed. */
function wordsOfSending({ sponsor, state }: SlotDetail, unreachable: boolean) {
  if (sponsor.isHouse && state === 'RAN')
    return { submit: 'Approve the change', sent: 'Approved. Readers see it with the correction.' }
  if (sponsor.isHouse) return { submit: 'Put it in the issue', sent: 'Approved. It stands in the issue.' }
  return unreachable
    ? { submit: 'Put it up for approval', sent: 'It waits for your approval above.' }
    : {
        submit: 'Show it to the sponsor',
        sent: 'The sponsor is asked to accept it; you may approve it for them.',
      }
}

/** A slot as the curator sees it: what waits, what changed, the proof, and every way on. */
export function StudioSlot({ slot, earlier, today, zone, lang, view, freeDates }: Props) {
  const { id, state, placement, issue, sponsor, deadline, copy } = slot
  const { current, before } = versionsToCompare(slot)
  const addresses = current ? [...new Set(addressesOf(current))] : []
  const standing = standingOf(slot)
  const waits = current !== null && current.id !== slot.approvedVersionId && mayStep(state, 'approve')
  const open = isLive(state) && state !== 'HELD'
  const isWithdrawn = state === 'RAN' && issue.state === 'WITHDRAWN'
  const isDue = open && state !== 'RAN' && state !== 'APPROVED'
  const unreachable = open && !sponsor.isHouse && !sponsor.hasContact
  const path = `/admin/sponsors/slots/${id}`
  return (
    <>
      <PageHeader
        above={
          <>
            <Link href="/admin/sponsors" className={linkClass}>
              Sponsors
            </Link>{' '}
            ·{' '}
            <Link href={`/admin/sponsors/companies/${sponsor.id}`} className={linkClass}>
              {sponsor.name}
            </Link>
          </>
        }
        title={`${sponsor.name}: ${placement.name}, ${formatDay(issue.date)}`}
        description={
          <span className="flex flex-wrap gap-x-4 gap-y-1">
            <Badge tone={toneOf(standing, today)}>
              {capital(standingInWords(standing, today, 'studio'))}
            </Badge>
            {slot.submittedLate ? <span>sent late</span> : null}
            {isDue ? (
              <span>
                copy {today > deadline ? 'was' : ''} due {formatDay(deadline)} ({dayInWords(today, deadline)})
              </span>
            ) : null}
            <Link href={`/admin/issues/${issue.id}`} className={linkClass}>
              {issue.number === null ? 'The issue' : `Issue ${issue.number}`}
            </Link>
            {state === 'RAN' ? (
              <Link href={`${path}/report`} className={linkClass}>
                Report
              </Link>
            ) : null}
          </span>
        }
      />
      <div className="mb-6 grid gap-3">
        <Notice title="What is next" tone={slot.correctionDue && !waits ? 'warn' : 'plain'}>
          <p>{nextForCurator(standing, today)}</p>
          {slot.correctionDue && !waits ? (
            <p>
              <Link href={`/admin/issues/${issue.id}`} className={linkClass}>
                Go to the issue to publish the correction
              </Link>
            </p>
          ) : null}
        </Notice>
        {unreachable ? (
          <Notice tone="warn" title={`Nobody at ${sponsor.name} can be reached`}>
            <p>
              It has no contact, so nobody is mailed or reminded.{' '}
              <Link href={`/admin/sponsors/companies/${sponsor.id}`} className={linkClass}>
                Add a contact
              </Link>
              , or write and approve the copy yourself.
            </p>
          </Notice>
        ) : null}
        {open && current && hasUnsent(slot) ? (
          <Notice>The copy has been changed since it was sent in, and those changes are not sent yet.</Notice>
        ) : null}
        <LandingNotes landings={slot.landings} zone={zone} />
        {slot.reason ? <Notice title="Why">{slot.reason}</Notice> : null}
        {slot.madeGoodBy ? (
          <p>
            Made good by{' '}
            <Link href={`/admin/sponsors/slots/${slot.madeGoodBy.id}`} className={linkClass}>
              the slot of {formatDay(slot.madeGoodBy.date)}
            </Link>
            .
          </p>
        ) : (state === 'MISSED' || isWithdrawn) && !sponsor.isHouse ? (
          <MakeGood slot={slot} dates={freeDates} />
        ) : null}
        {slot.makeGoodFor ? (
          <p>
            A make-good for{' '}
            <Link href={`/admin/sponsors/slots/${slot.makeGoodFor.id}`} className={linkClass}>
              the slot of {formatDay(slot.makeGoodFor.date)}
            </Link>
            .
          </p>
        ) : null}
      </div>
      {current ? (
        <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
          <div className="grid min-w-0 content-start gap-5">
            <section aria-labelledby="review" className="grid gap-3">
              <h2 id="review" className="font-semibold">
                Version {current.number}, by {current.byName}
                {before ? `, against version ${before.number}` : ''}
              </h2>
              {before ? <CopyChanges changes={changesOf(before, current, lang)} /> : null}
              {addresses.length > 0 ? (
                <p className="text-[0.8125rem] text-muted wrap-anywhere">
                  Leads to{' '}
                  {addresses.map((address) => (
                    <bdi key={address} className="block text-ink">
                      {address}
                    </bdi>
                  ))}
                </p>
              ) : null}
              <PastDates copy={current} issueDate={issue.date} />
              {open ? (
                <ReviewPanel
                  slotId={id}
                  version={current}
                  waits={waits}
                  mayAsk={mayStep(state, 'requestChanges') && !sponsor.isHouse}
                  isHouse={sponsor.isHouse}
                  isOut={state === 'RAN'}
                />
              ) : null}
            </section>
          </div>
          <ProofFrame slotId={id} versionId={current.id} saved={current.number} first={view} path={path}>
            {whatStands}
          </ProofFrame>
        </div>
      ) : null}
      {sponsor.isHouse && state === 'BOOKED' ? <RunEarlier slot={slot} earlier={earlier} /> : null}
      {open && copy ? (
        <details
          className="mt-8 rounded-lg border border-rule bg-pane px-4 py-3"
          open={sponsor.isHouse && !current}
        >
          <summary className="font-semibold">
            {current
              ? 'Mend or rewrite the copy'
              : sponsor.isHouse
                ? 'Write your own copy'
                : `Write the copy for ${sponsor.name}`}
          </summary>
          <div className="mt-4">
            <CopyDesk
              slotId={id}
              base={`/api/slots/${id}`}
              path={path}
              view={view}
              copy={copy}
              spec={placement}
              issueDate={issue.date}
              problems={{}}
              known={current}
              {...wordsOfSending(slot, unreachable)}
              proof={whatStands}
            >
              <SlotSpecView spec={placement} />
            </CopyDesk>
          </div>
        </details>
      ) : null}
      {open && state !== 'RAN' && !sponsor.isHouse ? (
        <SilentSponsor slot={slot} earlier={earlier} waits={waits} />
      ) : null}
      <SlotTalk
        said={slot.said}
        versions={slot.versions}
        zone={zone}
        filesAt={`${path}/evidence`}
        isHouse={slot.sponsor.isHouse}
      />
      {sponsor.isHouse || state === 'RELEASED' ? null : <WriteToSponsor slotId={id} name={sponsor.name} />}
    </>
  )
}
