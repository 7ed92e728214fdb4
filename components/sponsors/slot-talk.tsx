import { Moment } from '@/components/accounts/moment'
import type { CopyVersion, SaidOfSlot } from '@/lib/slots/schema'

type Props = {
  said: readonly SaidOfSlot[]
  versions: readonly CopyVersion[]
  zone: string
  /** Where the studio finds attached files; the sponsor sees their names alone. */
  filesAt?: string
  /** Of house copy, which no sponsor could approve. */
  isHouse?: boolean
}

type Line = { id: string; at: string; who: string; what: string; comment: string; file: string | null }

const verdicts = {
  APPROVED: 'approved',
  ACCEPTED: 'accepted',
  CHANGES_REQUESTED: 'asked for changes to',
  COMMENT: 'wrote',
} as const

function whatOf({ verdict, version, onBehalf }: SaidOfSlot, isHouse: boolean): string {
  const about = version === null ? '' : ` version ${version}`
  if (verdict === 'COMMENT') return verdicts.COMMENT
  const words = `${verdicts[verdict]}${about}`
  return onBehalf && !isHouse ? `${words} on the sponsor’s behalf` : words
}

/** What was sent and said, in order. */
export function SlotTalk({ said, versions, zone, filesAt, isHouse = false }: Props) {
  const lines: Line[] = [
    ...versions.map(({ id, submittedAt, byName, bySponsor, number }) => ({
      id,
      at: submittedAt,
      who: `${byName}${bySponsor ? '' : ' (editor)'}`,
      what: `sent version ${number}`,
      comment: '',
      file: null,
    })),
    ...said.map((line) => ({
      id: line.id,
      at: line.at,
      who: `${line.byName}${line.bySponsor ? '' : ' (editor)'}`,
      what: whatOf(line, isHouse),
      comment: line.comment,
      file: line.evidenceName,
    })),
  ].sort((a, b) => a.at.localeCompare(b.at))
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="talk" className="mt-10 max-w-prose">
      <h2 id="talk" className="mb-2 font-semibold">
        So far
      </h2>
      <ol className="grid gap-3">
        {lines.map(({ id, at, who, what, comment, file }) => (
          <li key={id} className="border-s-2 border-rule ps-3">
            <p className="text-[0.8125rem] text-muted">
              <span className="font-medium text-ink" dir="auto">
                {who}
              </span>{' '}
              {what}
              {file ? (
                <>
                  , with{' '}
                  {filesAt ? (
                    <a href={`${filesAt}/${id}`} className="underline underline-offset-2">
                      {file}
                    </a>
                  ) : (
                    file
                  )}
                </>
              ) : null}{' '}
              · <Moment at={new Date(at)} zone={zone} />
            </p>
            {comment ? (
              <p className="mt-1 whitespace-pre-wrap" dir="auto">
                {comment}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
