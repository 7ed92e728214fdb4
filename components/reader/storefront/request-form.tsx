import { FormLine } from '@/components/reader/form-line'
import { formatDate } from '@/lib/render/dates'
import type { KeptRequest, Offer, RequestField } from '@/lib/storefront/schema'

type Props = {
  offers: Offer[]
  /** What was typed before, and what was wrong with it. */
  kept: KeptRequest
  lang: string
}

/** Asks for a placement on a date: plain HTML, which works wherever the page itself does. */
export function RequestForm({ offers, kept: { typed, problems }, lang }: Props) {
  const free = offers
    .map((offer) => ({ ...offer, dates: offer.dates.filter(({ isFree }) => isFree) }))
    .filter(({ dates }) => dates.length > 0)
  if (free.length === 0) return <p>No date is free just now. Look again in a while.</p>
  const places = free.flatMap(({ id, dates }) => dates.map(({ date }) => `${id}/${date}`))
  const chosen = typed.place && places.includes(typed.place) ? typed.place : ''
  const count = Object.values(problems).filter(Boolean).length
  const general =
    problems.form ?? (count > 0 ? 'This couldn’t be sent yet. Look at what is marked below.' : '')
  const text = (name: RequestField) => ({ name, defaultValue: typed[name] ?? '', dir: 'auto' as const })
  return (
    <form method="post" action="/api/sponsor-requests" className="request" noValidate>
      {general && (
        <p className="problem" role="alert">
          {general}
        </p>
      )}
      <FormLine name="place" label="Placement and date" problem={problems.place}>
        {(control) => (
          <select {...control} name="place" defaultValue={chosen} required>
            <option value="">Choose …</option>
            {free.map(({ id, name, dates }) => (
              <optgroup key={id} label={name}>
                {dates.map(({ date }) => (
                  <option key={date} value={`${id}/${date}`}>
                    {name}: {formatDate(date, lang)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </FormLine>
      <FormLine name="company" label="Company" problem={problems.company}>
        {(control) => <input {...control} {...text('company')} autoComplete="organization" required />}
      </FormLine>
      <FormLine name="contactName" label="Your name" problem={problems.contactName}>
        {(control) => <input {...control} {...text('contactName')} autoComplete="name" required />}
      </FormLine>
      <FormLine name="email" label="Email" problem={problems.email}>
        {(control) => <input {...control} {...text('email')} type="email" autoComplete="email" required />}
      </FormLine>
      <FormLine name="website" label="Website, if you like" problem={problems.website}>
        {(control) => <input {...control} {...text('website')} inputMode="url" autoComplete="url" />}
      </FormLine>
      <FormLine
        name="message"
        label="What you want to say, if you know it already"
        problem={problems.message}
      >
        {(control) => <textarea {...control} {...text('message')} rows={5} />}
      </FormLine>
      <div className="unseen" aria-hidden="true">
        <label>
          Leave this empty <input name="reference" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <p>
        <button type="submit">Ask for this date</button>
      </p>
    </form>
  )
}
