import { Badge, type BadgeTone } from '@/components/ui/badge'
import { requestStateInWords } from '@/lib/storefront/rules'
import type { RequestRow } from '@/lib/storefront/schema'
import { formatDay } from '@/lib/times/rules'
import { RequestCard } from './request-card'

type Company = { id: string; name: string }
type Props = { rows: RequestRow[]; companies: Company[]; zone: string; now: number }

const tones: Record<RequestRow['state'], BadgeTone> = {
  OPEN: 'warn',
  ACCEPTED: 'ok',
  DECLINED: 'plain',
  LAPSED: 'bad',
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What was asked for at the storefront: what waits, with its answers, and below it what was answered. */
export function RequestList({ rows, companies, zone, now }: Props) {
  const open = rows.filter(({ state }) => state === 'OPEN')
  const settled = rows.filter(({ state }) => state !== 'OPEN')
  return (
    <>
      {open.length > 0 ? (
        <ul className="mb-8 grid gap-4" aria-label="Waiting for your answer">
          {open.map((row) => (
            <li key={row.id}>
              <RequestCard request={row} companies={companies} zone={zone} now={now} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="mb-8 text-muted">Nothing waits for an answer.</p>
      )}
      {settled.length > 0 ? (
        <section aria-labelledby="settled">
          <h2 id="settled" className="mb-2 font-semibold">
            Answered
          </h2>
          <ul className="rounded-lg border border-rule bg-pane">
            {settled.map((row) => (
              <Settled key={row.id} row={row} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function Settled({ row }: { row: RequestRow }) {
  const { state, company, contactName, email, placement, date, answer, slotId } = row
  const what = `${placement}, ${formatDay(date)}`
  return (
    <li className="grid gap-1 border-b border-rule px-4 py-3 last:border-b-0">
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <span dir="auto" className="font-medium">
          {company}
        </span>
        <span className="me-auto">
          {slotId && state === 'ACCEPTED' ? (
            <a href={`/admin/sponsors/slots/${slotId}`} className="underline underline-offset-2">
              {what}
            </a>
          ) : (
            what
          )}
        </span>
        <Badge tone={tones[state]}>{capital(requestStateInWords(state))}</Badge>
      </p>
      <p className="text-[0.8125rem] text-muted" dir="auto">
        {contactName}, {email}
        {answer ? ` – “${answer}”` : ''}
      </p>
    </li>
  )
}
