import { FormLine } from '@/components/reader/form-line'
import { ReaderForm } from '@/components/reader/reader-form'
import { formatDate } from '@/lib/render/dates'
import type { KeptRequest, Offer, RequestField } from '@/lib/storefront/schema'

type Props = {
  offers: Offer[]
  /** What was typed before, and what was wrong with it. */
  kept: KeptRequest
  lang: string
}

/** Asks for a placement on a date. */
export function RequestForm({ offers, kept: { typed, problems }, lang }: Props) {
  const free = offers
    .map((offer) => ({ ...offer, dates: offer.dates.filter(({ isFree }) => isFree) }))
    .filter(({ dates }) => dates.length > 0)
  if (free.length === 0) return <p>No date is free just now. Look again in a while.</p>
  const places = free.flatMap(({ id, dates }) => dates.map(({ date }) => `${id}/${date}`))
  const chosen = typed.place && places.includes(typed.place) ? typed.place : ''
  const text = (name: RequestField) => ({ name, defaultValue: typed[name] ?? '', dir: 'auto' as const })
  return (
    <ReaderForm action="/api/sponsor-requests" problems={problems} submit="Ask for this date">
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
    </ReaderForm>
  )
}
