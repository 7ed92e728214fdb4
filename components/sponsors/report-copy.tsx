import { Moment } from '@/components/accounts/moment'
import { Sponsor } from '@/lib/render/blocks/sponsor'
import type { RanCopy } from '@/lib/reports/schema'
import { ReportSection } from './report-clicks'

const copyClass =
  'rounded-lg border border-rule bg-pane px-4 py-3 font-text [&_.label]:text-[0.8125rem] [&_.label]:text-muted [&_a]:underline [&_a]:underline-offset-2 [&_img]:h-auto [&_img]:max-w-full print:[&_img]:max-h-28 print:[&_img]:w-auto [&_li]:list-disc [&_p]:my-1.5 [&_ul]:ps-5'

type Props = { copies: readonly RanCopy[]; zone: string }

/** The message as readers have it, with the edition that is kept of it; and what stood there before a correction. */
export function ReportCopy({ copies, zone }: Props) {
  const [ran, ...before] = copies
  if (!ran) return null
  return (
    <ReportSection id="copy" title="As it ran">
      <Shown copy={ran} zone={zone} />
      {before.map((copy) => (
        <details key={copy.edition} className="mt-3 print:hidden">
          <summary>Until edition {copy.edition} it read otherwise</summary>
          <Shown copy={copy} zone={zone} />
        </details>
      ))}
    </ReportSection>
  )
}

function Shown({ copy, zone }: { copy: RanCopy; zone: string }) {
  const { edition, hash, publishedAt, part } = copy
  return (
    <figure>
      <div className={copyClass}>
        <Sponsor sponsor={part} dir="ltr" />
      </div>
      <figcaption className="mt-1 text-[0.8125rem] text-muted">
        Edition {edition}, <Moment at={new Date(publishedAt)} zone={zone} />, kept as it is. SHA-256{' '}
        <code className="text-[0.6875rem] [overflow-wrap:anywhere]">{hash}</code>
      </figcaption>
    </figure>
  )
}
