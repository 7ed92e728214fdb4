import { buttonClass } from '@/components/ui/button'
import type { EarlierCopy } from '@/lib/slots/schema'
import { visibleText } from '@/lib/sponsors/rules'
import { formatDay } from '@/lib/times/rules'

type AgainProps = { base: string; earlier: EarlierCopy[]; isFirst: boolean }

/** What ran before, once more, with one press: the first thing offered where nothing is written yet. */
export function RunAgain({ base, earlier, isFirst }: AgainProps) {
  const [last, ...others] = earlier
  if (!last) return null
  if (!isFirst)
    return (
      <details className="mb-6">
        <summary className="py-1 text-[0.8125rem]">Run what ran before instead ({earlier.length})</summary>
        <EarlierList base={base} earlier={earlier} />
      </details>
    )
  return (
    <section aria-labelledby="again" className="mb-8 grid gap-3 rounded-lg border border-rule bg-pane p-4">
      <h2 id="again" className="font-semibold">
        Run the same copy again
      </h2>
      <Earlier copy={last} />
      <div className="flex flex-wrap gap-2">
        <ReuseButton base={base} versionId={last.versionId} submit tone="primary">
          Run the same copy again
        </ReuseButton>
        <ReuseButton base={base} versionId={last.versionId}>
          Change it first
        </ReuseButton>
      </div>
      {others.length > 0 ? (
        <details>
          <summary className="py-1 text-[0.8125rem]">
            Something else that ran before ({others.length})
          </summary>
          <EarlierList base={base} earlier={others} />
        </details>
      ) : null}
    </section>
  )
}

function EarlierList({ base, earlier }: { base: string; earlier: EarlierCopy[] }) {
  return (
    <>
      <p className="text-[0.8125rem] text-muted">It takes the place of what stands in the form.</p>
      <ul className="mt-2 grid gap-3">
        {earlier.map((copy) => (
          <li key={copy.versionId} className="grid gap-2">
            <Earlier copy={copy} />
            <ReuseButton base={base} versionId={copy.versionId}>
              Use this
            </ReuseButton>
          </li>
        ))}
      </ul>
    </>
  )
}

const LONGEST = 220

function Earlier({ copy }: { copy: EarlierCopy }) {
  const words = visibleText({ ...copy, callToAction: '' }).replaceAll('\n', ' – ')
  return (
    <p dir="auto" className="max-w-prose text-[0.8125rem] text-muted">
      {formatDay(copy.date)}, {copy.placement}: “
      {words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words}”
    </p>
  )
}

type ReuseProps = {
  base: string
  versionId: string
  submit?: boolean
  tone?: 'plain' | 'primary'
  children: string
}

function ReuseButton({ base, versionId, submit = false, tone = 'plain', children }: ReuseProps) {
  return (
    <form method="post" action={`${base}/reuse`}>
      <input type="hidden" name="versionId" value={versionId} />
      {submit ? <input type="hidden" name="submit" value="yes" /> : null}
      <button type="submit" className={buttonClass(tone)}>
        {children}
      </button>
    </form>
  )
}

/** Says yes to what the editors wrote. */
export function AcceptForm({ base, versionId }: { base: string; versionId: string }) {
  return (
    <form method="post" action={`${base}/accept`}>
      <input type="hidden" name="versionId" value={versionId} />
      <button type="submit" className={buttonClass('primary')}>
        Accept it as it stands
      </button>
    </form>
  )
}
