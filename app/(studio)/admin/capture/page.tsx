import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { CaptureDone, CaptureUndone } from '@/components/capture/capture-done'
import { CaptureWindow } from '@/components/capture/capture-window'
import { requireStudioPage } from '@/lib/accounts/session'
import { findCapture } from '@/lib/captures/queries'
import { captureForm, nameOfCapture } from '@/lib/captures/rules'
import { now } from '@/lib/clock/clock'
import { keptForm } from '@/lib/forms/queries'
import { isUuid } from '@/lib/ids/rules'
import { recall } from '@/lib/memory/queries'
import { recallSchema } from '@/lib/memory/schema'
import { readPublication } from '@/lib/publication/queries'
import { capturePath, fitQuote, readHanded } from '@/lib/sharing/rules'

export const metadata: Metadata = { title: 'Capture' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What is said where nothing could be kept, told by a code: or anybody could make the page say anything. */
const problems: Record<string, string> = {
  unauthenticated:
    'You were signed out meanwhile. Go back, where what you wrote still stands, and save again.',
  too_large:
    'This is more than can be saved at once. Go back, where what you wrote still stands, and shorten it.',
  wrong_state: 'This was placed in an issue meanwhile, so it stays. Take it out there.',
}
const outcomes = ['new', 'joined', 'known'] as const
const otherProblem = 'That did not work. Go back, where what you wrote still stands, and try again.'

/** A small window that brings one link into the inbox: opened by the bookmarklet or a phone's share sheet. */
export default async function CapturePage({ searchParams }: Props) {
  const query = await searchParams
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const handed = readHanded(query)
  // Whoever was signed out on saving is told so when they are back.
  const wasOut = one('problem') === 'unauthenticated'
  const { actor } = await requireStudioPage(
    wasOut ? '/admin/capture?problem=unauthenticated' : capturePath(handed),
  )
  const [{ name, zone }, kept, saved] = await Promise.all([
    readPublication(),
    keptForm(captureForm, one('kept')),
    isUuid(one('saved')) ? findCapture(actor, one('saved')) : null,
  ])
  const problem = one('problem') ? (problems[one('problem')] ?? otherProblem) : undefined
  const { quote, isCut } = fitQuote(handed.quote)
  const typed = { ...handed, quote, ...kept?.typed }
  const asked = recallSchema.safeParse({ url: typed.url.trim(), headline: typed.title })
  const recalled = asked.success ? await recall(actor, asked.data) : { notes: [], clean: null }
  const outcome = outcomes.find((each) => each === one('as')) ?? 'new'
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-xl px-4 py-4 outline-none">
      <p className="text-[0.8125rem] text-muted" dir="auto">
        {name}
      </p>
      {'undone' in query ? (
        <CaptureUndone />
      ) : saved ? (
        <CaptureDone
          id={saved.id}
          outcome={outcome}
          name={nameOfCapture(saved)}
          told={outcome === 'joined' ? 'What was new here stands there now.' : undefined}
          isDiscarded={saved.state === 'DISCARDED'}
          commandId={randomUUID()}
          problem={problem}
        />
      ) : (
        <CaptureWindow
          handed={{ ...typed, source: typed.source === 'BOOKMARKLET' ? 'BOOKMARKLET' : 'SHARE' }}
          problems={kept?.problems ?? (problem ? { form: problem } : {})}
          isCut={isCut}
          commandId={randomUUID()}
          recalled={recalled}
          now={now().getTime()}
          zone={zone}
        />
      )}
    </main>
  )
}
