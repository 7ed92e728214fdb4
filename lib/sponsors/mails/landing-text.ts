import type { Landing, LandingOutcome } from '@/lib/landings/schema'
import type { SlotFacts, Told } from './schema'
import { whereInWords } from './words'

const headings: Record<LandingOutcome, (sponsor: string) => string> = {
  OK: (sponsor) => `${sponsor}’s landing page answers`,
  UNSURE: (sponsor) => `${sponsor}’s landing page could not be looked at`,
  CERTIFICATE: (sponsor) => `Browsers will warn of ${sponsor}’s landing page`,
  REDIRECTED: (sponsor) => `${sponsor}’s landing page leads elsewhere`,
  DEAD: (sponsor) => `${sponsor}’s landing page is not there`,
}

/** What editors are told when a landing page got worse. */
export function landingText(facts: SlotFacts, { outcome, message, url }: Landing): Told {
  const heading = headings[outcome](facts.sponsor)
  const running = facts.state === 'RAN'
  return {
    subject: heading,
    heading,
    paragraphs: [
      message,
      `The copy for ${whereInWords(facts)} leads to this address: ${url}`,
      running
        ? 'Readers have this address. Ask the sponsor to mend the page, or to send copy with another.'
        : 'Ask the sponsor to mend the page or the address before the issue goes out.',
    ],
    label: 'Look at the slot',
  }
}
