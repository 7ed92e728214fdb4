import { type Random, seededRandom } from '@/rigs/random'

const words =
  'a an the of to in for with on that this how why when after before our their its team service outage database cluster latency traffic deploy rollback alert pager incident review engineer system queue cache network region failure recovery capacity load error budget metric trace log graph story lesson reader deep short careful quiet large small slow fast broken honest useful'.split(
    ' ',
  )

function sentence(random: Random, length: number): string {
  const text = Array.from({ length }, () => random.pick(words)).join(' ')
  return `${text[0]?.toUpperCase()}${text.slice(1)}`
}

export type ItemTexts = {
  headline: string
  url: string
  blurb: string
  byline: string
  credit: string
  disclosure: string
  topics: string[]
}

const SITES = 100
const TOPICS = 60

/** Texts of an item as a curator writes them: some sixty words with a link, at times a quote, at times a credit. */
export function writeItem(seed: number): ItemTexts {
  const random = seededRandom(seed)
  const address = `https://site-${random.below(SITES)}.example/${seed}`
  const commentary = `${sentence(random, 25)}. ${sentence(random, 12)} [${random.pick(words)} ${random.pick(words)}](${address}/more), ${sentence(random, 20).toLowerCase()}.`
  const quote = random.chance(0.25) ? `> ${sentence(random, 24)}.\n\n` : ''
  return {
    headline: sentence(random, 7),
    url: address,
    blurb: `${quote}${commentary}`,
    byline: random.chance(0.6) ? `${sentence(random, 2)} — ${sentence(random, 1)}` : '',
    credit: random.chance(0.1) ? `Thanks to ${sentence(random, 2)} for this one.` : '',
    disclosure: random.chance(0.05) ? `Full disclosure: ${sentence(random, 5)}.` : '',
    topics: random.chance(0.5) ? [`Topic ${random.below(TOPICS)}`] : [],
  }
}

export const writeTitle = (seed: number) => sentence(seededRandom(seed), 4)
