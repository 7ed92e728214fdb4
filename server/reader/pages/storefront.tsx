import { OfferView } from '@/components/reader/storefront/offer'
import { readAround } from '@/lib/archive/around-queries'
import { notFound } from '@/lib/errors/app-error'
import { markdownBlocks } from '@/lib/render/markdown/markdown-element'
import { plainSummary } from '@/lib/render/markdown/plain-summary'
import { en } from '@/lib/render/words/en'
import { spoken } from '@/lib/render/words/words-of'
import { readStorefront } from '@/lib/storefront/queries'
import type { Page } from '@/server/reader/made'

const SUMMARY_LETTERS = 160

/**
 * `/sponsor-us`: what is for sale, for strangers, in English so far. Nothing on it is anybody's own, so that one copy
 * serves everybody.
 * @throws AppError not_found if it was closed since it was resolved
 */
export async function makeStorefrontPage(): Promise<Page> {
  const [publication, storefront] = await Promise.all([readAround(), readStorefront()])
  if (!storefront) throw notFound('page')
  const { dir, lang, name } = publication
  const { text, facts, offers, holdDays } = storefront
  const description = plainSummary(text, SUMMARY_LETTERS) || `What a message to the readers of ${name} costs.`
  return {
    publication,
    head: { path: '/sponsor-us', title: 'Sponsor us', description },
    frame: { tongue: spoken(en, publication) },
    content: (
      <>
        <header className="issue-head">
          <p className="eyebrow">For sponsors of {name}</p>
          <h1>Sponsor us</h1>
        </header>
        {text.trim() && (
          <div className="intro" {...spoken(publication, en)}>
            {markdownBlocks(text, { dir, heading: 2 })}
          </div>
        )}
        {facts.length > 0 && (
          <dl className="facts">
            {facts.map(({ label, value }) => (
              <div key={`${label} ${value}`}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {offers.map((offer) => (
          <OfferView key={offer.id} offer={offer} lang={lang} dir={dir} />
        ))}
        {offers.length > 0 ? (
          <section aria-labelledby="how">
            <h2 id="how" className="section-head">
              How it goes
            </h2>
            <p>
              Choose a date above and tell us who you are. The date is kept for you for {holdDays}{' '}
              {holdDays === 1 ? 'day' : 'days'} while we answer by mail; nothing is booked, and nothing is
              owed, until we both say yes. Then you get a link to write your message, with a proof of it in
              the issue.
            </p>
            <p>
              <a href="/sponsor-us/request">Ask for a date</a>
            </p>
          </section>
        ) : (
          <p>Nothing is for sale just now.</p>
        )}
      </>
    ),
  }
}
