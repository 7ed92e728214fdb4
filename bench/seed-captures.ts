import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { hashAddress } from '@/lib/links/hash-address'
import { askedAddress } from '@/lib/pages/rules'
import { seededRandom } from '@/rigs/random'
import { writeItem } from './words'

const SOURCES = ['BOOKMARKLET', 'SHARE', 'API', 'STUDIO', 'SUGGESTION'] as const
const HOUR_MS = 60 * 60 * 1000

/** An inbox with so many captures waiting, one an hour, some with a quote or a note, their pages looked at; a fifth as many are put off, and as many discarded. */
export async function seedCaptures(waiting: number): Promise<void> {
  const random = seededRandom(11)
  const start = now().getTime()
  const fifth = Math.ceil(waiting / 5)
  const data = Array.from({ length: waiting + 2 * fifth }, (_, index) => {
    const { headline, url, blurb, credit } = writeItem(index)
    const at = new Date(start - index * HOUR_MS)
    const off = new Date(start + index * HOUR_MS)
    const isLater = index >= waiting && index < waiting + fifth
    const standing = isLater
      ? { state: 'LATER' as const, laterUntil: off, surfacesAt: off }
      : { state: index < waiting ? ('NEW' as const) : ('DISCARDED' as const), surfacesAt: at }
    return {
      url,
      title: random.chance(0.8) ? headline : '',
      quote: random.chance(0.3) ? blurb : '',
      note: random.chance(0.3) ? headline : '',
      via: credit,
      source: random.pick(SOURCES),
      capturedAt: at,
      movedAt: at,
      ...standing,
    }
  })
  await db().capture.createMany({ data })
  await seedPages(data.map(({ url }) => url))
}

/** What was found at the addresses: every tenth is gone, the others have a day and a length. */
async function seedPages(urls: readonly string[]): Promise<void> {
  const addresses = [...new Set(urls.flatMap((url) => askedAddress(url) ?? []))]
  const data = addresses.map((address, index) => {
    const page = { hash: hashAddress(address), address, finalAddress: address, lookedAt: now() }
    return index % 10 === 0
      ? { ...page, outcome: 'DEAD' as const, message: 'The page is not there: it answers “not found” (404).' }
      : {
          ...page,
          outcome: 'OK' as const,
          message: '',
          site: 'A journal',
          date: now(),
          wordCount: 200 + index,
        }
  })
  await db().linkPage.createMany({ data })
}
