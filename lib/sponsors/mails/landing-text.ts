import type { Landing, LandingOutcome } from '@/lib/landings/schema'
import type { SlotFacts, Told } from './schema'
import { whereInWords } from './words'

const headings: Record<LandingOutcome, (page: string) => string> = {
  OK: (page) => `${page} answers`,
  UNSURE: (page) => `${page} could not be looked at`,
  CERTIFICATE: (page) => `Browsers will warn of ${page}`,
  REDIRECTED: (page) => `${page} leads elsewhere`,
  DEAD: (page) => `${page} is not there`,
}

/**
 * What editors are told when a landing page got worse.
 * @param isOwn whether the copy's own address leads there, not a link in its text
 */
export function landingText(facts: SlotFacts, { outcome, message, url }: Landing, isOwn: boolean): Told {
  const heading = headings[outcome](
    isOwn ? `${facts.sponsor}’s landing page` : `a page that the copy of ${facts.sponsor} links to`,
  ).replace(/^./, (letter) => letter.toUpperCase())
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
