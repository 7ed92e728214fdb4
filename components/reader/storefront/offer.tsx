import { placeInWords } from '@/components/sponsors/slot-spec'
import { plural } from '@/lib/counts/rules'
import type { Direction } from '@/lib/document/schema'
import { formatMoney } from '@/lib/money/rules'
import { Sponsor } from '@/lib/render/blocks/sponsor'
import { formatDate } from '@/lib/render/dates'
import { dirAttribute } from '@/lib/render/direction'
import type { Offer, OfferedDate, Sample, Storefront } from '@/lib/storefront/schema'

type Words = { lang: string; dir: Direction }

/** What a message may hold and when it is due, in two sentences. */
function specOf(offer: Offer): string {
  const { maxCharacters, maxLinks, imageAllowed, deadlineDays } = offer
  const links = plural(maxLinks, 'link')
  const holds = `Up to ${plural(maxCharacters, 'character')} and ${links}, ${imageAllowed ? 'with a picture' : 'without a picture'}.`
  const due =
    deadlineDays === 0
      ? 'Your text is due on the day of the issue.'
      : `Your text is due ${plural(deadlineDays, 'day')} before the issue.`
  return `It stands ${placeInWords(offer)}. ${holds} ${due}`
}

/** A price of nothing is one that nobody set. */
const priceOf = ({ price, currency }: Offer) =>
  price === 0 ? 'Price on request' : `${formatMoney(price, currency)} for one issue`

/** One placement: what it is, what it costs, what it looks like, and when it is free. */
export function OfferView({ offer, lang, dir }: { offer: Storefront['offers'][number] } & Words) {
  const { id, name, description, sample, dates } = offer
  return (
    <section aria-labelledby={`offer-${id}`} className="offer">
      <h2 id={`offer-${id}`} className="section-head">
        <span {...dirAttribute(name, dir)}>{name}</span>
      </h2>
      <p className="price">{priceOf(offer)}</p>
      {description.trim() && <p {...dirAttribute(description, dir)}>{description}</p>}
      <p>{specOf(offer)}</p>
      {sample && <SampleView sample={sample} dir={dir} />}
      <h3>Coming dates</h3>
      {dates.length > 0 ? (
        <ul className="dates">
          {dates.map((date) => (
            <DateLine key={date.date} offer={offer} date={date} lang={lang} />
          ))}
        </ul>
      ) : (
        <p>No date is planned yet.</p>
      )}
    </section>
  )
}

function SampleView({ sample: { part, from, ranHere }, dir }: { sample: Sample; dir: Direction }) {
  return (
    <figure className="sample">
      <figcaption>
        {ranHere ? 'A sample, as it ran' : 'A message of ours, which could stand here as it ran elsewhere'} in{' '}
        <a href={from.path}>{from.title}</a>:
      </figcaption>
      <Sponsor sponsor={part} dir={dir} />
    </figure>
  )
}

type DateProps = { offer: Offer; date: OfferedDate; lang: string }

function DateLine({ offer, date: { date, isFree }, lang }: DateProps) {
  const words = <time dateTime={date}>{formatDate(date, lang)}</time>
  if (!isFree)
    return (
      <li>
        {words} <span className="taken">taken</span>
      </li>
    )
  const query = new URLSearchParams({ placement: offer.id, date })
  return (
    <li>
      <a href={`/sponsor-us/request?${query}`}>
        <span className="unseen">Ask for {offer.name}, </span>
        {words}
      </a>
    </li>
  )
}
