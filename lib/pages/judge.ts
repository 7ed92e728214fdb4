import { isUrl } from '@/lib/address/is-url'
import { canonicalLink } from '@/lib/links/rules'
import type { OutgoingReason } from '@/lib/outgoing/outgoing-error'
import { endsAtList } from './canonical'
import { fellHome, hostIn, isGate, isHome, namesPage, ownerOf } from './homes'
import { judgeFailure, judgeStatus } from './judge-answer'
import type { PageFacts, PageOutcome } from './schema'

/** What came of asking for a page. `address`: where it ended, or what was asked last. */
export type Look =
  | {
      kind: 'answered'
      address: string
      status: number
      /** Whether the answer is a riddle for robots and not the page. */
      challenge: boolean
      facts: PageFacts | null
      /** Whether another address of the site that nobody ever wrote brings just the same; null where none was tried. */
      sameAsNonsense: boolean | null
      /** Whether it is longer than what we read, or broke off. */
      isCut: boolean
    }
  | { kind: 'failed'; address: string; reason: OutgoingReason }

/** `message`: one or two sentences for the curator, plain text. */
export type PageJudgement = { outcome: PageOutcome; message: string }

const notFound =
  /\b(?:page|file|article|document|content) (?:was |is |could |can )?(?:not|n’t|n't)(?: be)? (?:found|available|exist)|\bpage (?:doesn[’']t|does not) exist|\bno longer (?:available|exists)|\bnot found\b|\bseite (?:wurde )?nicht gefunden|\bpage (?:introuvable|non trouvée)|\bpágina no (?:encontrada|existe)|\bpagina non trovata|ページが?見つかりません|存在しません|页面不存在|找不到(?:该)?(?:网页|页面)/iu
const bareError = /^\W*(?:error\s*)?(?:404|410)\b.{0,40}$|^.{0,20}\b404(?: error)?\W*$/iu
/** What says in passing that something was not found is an article; a page that says it and little else is none. */
const FEW_WORDS = 250
/** With fewer words than this a page is made by its program, or empty: all of a site’s look alike then. */
const NO_WORDS = 20

function judgeWords(host: string, facts: PageFacts, sameAsNonsense: boolean | null): PageJudgement | null {
  const missing = (why: string): PageJudgement => ({
    outcome: 'MISSING',
    message: `${host} answers, but ${why}. The page may be gone.`,
  })
  const { title, text, wordCount } = facts
  if (wordCount < FEW_WORDS && (notFound.test(title) || bareError.test(title)))
    return missing(`its page is titled “${title}”`)
  if (wordCount < FEW_WORDS / 2 && notFound.test(text.slice(0, 300)))
    return missing('its page says that nothing was found')
  if (!sameAsNonsense) return null
  if (wordCount >= NO_WORDS) return missing('with the same page as for an address that can’t exist')
  const message = `${host} gives programs the same empty page for every address. Open it yourself to be sure of it.`
  return { outcome: 'UNSURE', message }
}

function judgePlace(written: string, final: string): PageJudgement | null {
  const [from, to] = [new URL(written), new URL(final)]
  const missing = (place: string): PageJudgement => ({
    outcome: 'MISSING',
    message: `The address leads to ${place}. The page may be gone.`,
  })
  // What is added behind a front page’s address may as well say why one is sent there.
  const isAdded = !isHome(from) && isHome(to) && to.search !== '' && !namesPage(to)
  if (fellHome(from, to) || isAdded) return missing(`the front page of ${hostIn(final)}`)
  if (isGate(to) && !isGate(from)) {
    const message = `${hostIn(final)} asks readers to sign in or to consent before it shows the page.`
    return { outcome: 'UNSURE', message }
  }
  if (canonicalLink(written)?.canonical === canonicalLink(final)?.canonical) return null
  if (!isHome(to) && endsAtList(from, to)) return missing(`a list of pages, ${final}`)
  const where = ownerOf(written) === ownerOf(final) ? '' : `, on ${hostIn(final)}`
  return { outcome: 'MOVED', message: `The address leads on to ${final}${where}.` }
}

const whole = 'The page answers as it should.'
const cutShort = 'The page answers; it is very long or broke off, so only its beginning was read.'

/** What a look at a page says. @param written as it was asked for, http(s) */
export function judgePage(written: string, look: Look): PageJudgement {
  const host = isUrl(look.address) ? hostIn(look.address) : look.address
  if (look.kind === 'failed') return judgeFailure(host, look.reason)
  const place = judgePlace(written, look.address)
  return (
    judgeStatus(host, look.status, look.challenge) ??
    (place?.outcome === 'MISSING' ? place : null) ??
    (look.facts ? judgeWords(host, look.facts, look.sameAsNonsense) : null) ??
    place ?? { outcome: 'OK', message: look.isCut ? cutShort : whole }
  )
}

/** Whether an answer is thin enough to ask if the site says the same of anything. */
export function deservesNonsense(written: string, facts: PageFacts | null): boolean {
  return facts !== null && facts.wordCount < FEW_WORDS && new URL(written).pathname.length > 1
}
