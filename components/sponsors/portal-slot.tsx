import { Badge } from '@/components/ui/badge'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import {
  askedOf,
  changesOf,
  hasUnsent,
  isClosed,
  nextForSponsor,
  standingInWords,
  standingOf,
  toneOf,
  versionsToCompare,
} from '@/lib/slots/rules'
import type { EarlierCopy, SlotDetail } from '@/lib/slots/schema'
import { findCopyProblems, isLive } from '@/lib/sponsors/rules'
import { formatDay } from '@/lib/times/rules'
import { CommentForm } from './comment-form'
import { CopyChanges } from './copy-changes'
import { CopyDesk } from './copy-desk'
import { COPY_FORM } from './copy-form'
import { DeadlineNote } from './deadline-note'
import { type Kept, KeptCopy } from './kept-copy'
import { LandingNotes } from './landing-notes'
import { LeftOverCopy } from './left-over-copy'
import { AcceptForm, RunAgain } from './portal-forms'
import { portalNotice, portalProblem } from './portal-words'
import { ProofFrame } from './proof-frame'
import type { ProofViewName } from './proof-views'
import { SlotSpecView } from './slot-spec'
import { SlotTalk } from './slot-talk'

type Props = {
  slot: SlotDetail
  earlier: EarlierCopy[]
  kept: Kept | null
  today: string
  zone: string
  lang: string
  view: ProofViewName
  notice: string | undefined
  problem: string | undefined
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const linkClass = 'underline decoration-edge underline-offset-2 hover:decoration-ink'

/** A slot as its sponsor sees it: what to do, by when, the copy with its proof, and what was said. */
export function PortalSlot(props: Props) {
  const { slot, earlier, kept, today, zone, lang, view, notice, problem } = props
  const { id, state, placement, issue, deadline, copy } = slot
  const { current, before } = versionsToCompare(slot)
  const standing = { ...standingOf(slot), hasEarlier: earlier.length > 0 }
  const closed = isClosed(standing, today)
  const asked = askedOf(standing, slot.said)
  const open = isLive(state) && state !== 'HELD' && copy !== null
  const base = `/api/portal/slots/${id}`
  const path = `/sponsor/slots/${id}`
  const problems = problem === 'invalid' && copy ? findCopyProblems(copy, placement) : {}
  const waits = state === 'COPY_SUBMITTED' || state === 'CHANGES_REQUESTED' || standing.newer === 'waits'
  const mustAccept = standing.writtenByStudio && waits
  return (
    <>
      <PageHeader
        above={
          <a href="/sponsor" className={linkClass}>
            Your slots
          </a>
        }
        title={`${placement.name}, ${formatDay(issue.date)}`}
        description={
          <Badge tone={toneOf(standing, today)}>
            {capital(standingInWords(standing, today, 'sponsor'))}
            {slot.submittedLate ? ', sent late' : ''}
          </Badge>
        }
      />
      <div className="mb-6 grid gap-3">
        {notice ? <Notice tone="ok">{portalNotice(notice)}</Notice> : null}
        {problem ? (
          <Notice tone="bad" alert>
            {portalProblem(problem)}
          </Notice>
        ) : null}
        <Notice
          tone={state === 'BOOKED' && today > deadline ? 'bad' : asked || mustAccept ? 'warn' : 'plain'}
          title="What is next"
        >
          <p>{nextForSponsor(standing, today)}</p>
          {asked ? (
            <blockquote dir="auto" className="my-2 border-s-2 border-edge ps-3 whitespace-pre-wrap">
              {asked}
            </blockquote>
          ) : null}
          {isLive(state) && state !== 'RAN' && state !== 'HELD' ? (
            <DeadlineNote deadline={deadline} today={today} zone={zone} path={path} />
          ) : null}
          {issue.path && state === 'RAN' ? (
            <p className="mt-1 flex flex-wrap gap-4">
              <a href={issue.path} className={linkClass}>
                See it in the issue
              </a>
              <a href={`${path}/report`} className={linkClass}>
                Read the report
              </a>
            </p>
          ) : null}
          {slot.madeGoodBy ? (
            <p>
              <a href={`/sponsor/slots/${slot.madeGoodBy.id}`} className={linkClass}>
                Your slot of {formatDay(slot.madeGoodBy.date)}
              </a>
            </p>
          ) : null}
        </Notice>
        <LandingNotes landings={slot.landings} zone={zone} />
      </div>
      {kept ? <KeptCopy kept={kept} /> : null}
      {open && !closed ? (
        <RunAgain base={base} earlier={earlier} isFirst={state === 'BOOKED' && !hasUnsent(slot)} />
      ) : null}
      {mustAccept && current ? (
        <section aria-labelledby="accept" className="mb-8 grid gap-3">
          <h2 id="accept" className="font-semibold">
            The editors wrote this for you
          </h2>
          {before ? <CopyChanges changes={changesOf(before, current, lang)} /> : null}
          <AcceptForm base={base} versionId={current.id} />
        </section>
      ) : null}
      {open && copy ? (
        <CopyDesk
          slotId={id}
          base={base}
          path={path}
          view={view}
          copy={copy}
          spec={placement}
          issueDate={issue.date}
          problems={problems}
          submit={closed ? null : current ? 'Send the changed copy for review' : 'Send for review'}
          known={state === 'CHANGES_REQUESTED' ? null : current}
          sent="Sent. The editors look at it now; you hear from them by mail."
        >
          <h2 className="font-semibold">Your copy</h2>
          <SlotSpecView spec={placement} />
        </CopyDesk>
      ) : current ? (
        <ProofFrame slotId={id} versionId={current.id} saved={0} first={view} path={path} />
      ) : null}
      {open ? null : <LeftOverCopy base={base} />}
      <SlotTalk said={slot.said} versions={slot.versions} zone={zone} />
      {state === 'RELEASED' ? null : (
        <CommentForm base={base} to="the editors" {...(open ? { form: COPY_FORM } : {})} />
      )}
    </>
  )
}
