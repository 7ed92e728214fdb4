import type { OutgoingReason } from '@/lib/outgoing/outgoing-error'
import { turnedAway } from './guards'

/** What an answer alone says, before anything is read. `message`: one or two sentences for the curator, plain text. */
export type AnswerJudgement = { outcome: 'DEAD' | 'UNSURE' | 'CERTIFICATE'; message: string }

/** Guards against robots are silent or hang up as well as a machine that is broken. */
const maybeGuard = 'It is out of order, or turns programs away. Open the page yourself to be sure of it.'

/** Why there was no answer. */
export function judgeFailure(host: string, reason: OutgoingReason): AnswerJudgement {
  const dead = (message: string): AnswerJudgement => ({ outcome: 'DEAD', message })
  const unsure = (message: string): AnswerJudgement => ({ outcome: 'UNSURE', message })
  switch (reason) {
    case 'unknown_host':
      return dead(`There is no site named ${host}.`)
    case 'timeout':
      return unsure(`${host} did not answer within 10 seconds. ${maybeGuard}`)
    case 'cut':
      return unsure(`${host} cut the connection off. ${maybeGuard}`)
    case 'connection':
      return dead(`${host} refused the connection.`)
    case 'protocol':
      return dead(`What answers at ${host} is not a web page.`)
    case 'address':
    case 'refused':
      return dead('The address leads to a place that readers can’t reach: it is not on the public internet.')
    case 'certificate':
      return {
        outcome: 'CERTIFICATE',
        message: `The certificate of ${host} is not to be trusted: it has ended, is for another name, or nobody vouches for it. Browsers warn readers of the page.`,
      }
    case 'redirects':
      return unsure(`${host} sends a program round in circles. Open the page yourself to be sure of it.`)
    case 'offline':
      return unsure('The page could not be looked at: the network could not be reached from here.')
  }
}

/** What a status says; null where the page is there to be read. @param challenge whether the answer is a riddle for robots */
export function judgeStatus(host: string, status: number, challenge: boolean): AnswerJudgement | null {
  if (turnedAway.has(status) || challenge) {
    const message = `${host} turns programs away, so the page could not be looked at. Open it yourself to be sure of it.`
    return { outcome: 'UNSURE', message }
  }
  if (status === 404 || status === 410) {
    return { outcome: 'DEAD', message: `The page is not there: ${host} answers “not found” (${status}).` }
  }
  if (status >= 500 && status < 600)
    return { outcome: 'DEAD', message: `${host} is out of order: it answers ${status}.` }
  if (status >= 200 && status < 300) return null
  const message = `${host} answers ${status}, which says nothing certain. Open the page yourself to be sure of it.`
  return { outcome: 'UNSURE', message }
}
