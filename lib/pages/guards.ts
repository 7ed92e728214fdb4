const guards = [
  /cf-chl|challenge-platform|just a moment/i,
  /captcha|datadome|perimeterx|px-captcha|_incapsula_/i,
  /are you (a )?(human|robot)|unusual traffic|verify(ing)? (that )?you are/i,
]
/** What only the riddle itself has, and neither a form of a site’s own nor a page that the guard let through. */
const ofGuardAlone = /cf[-_]chl/i
/** Sent with a riddle alone; `x-datadome` is not among them, which its guard also puts on pages that it lets through. */
const guardHeaders = ['cf-mitigated', 'x-amzn-waf-action']

/** Answers by which sites turn programs away; 999 is LinkedIn’s. */
export const turnedAway: ReadonlySet<number> = new Set([401, 403, 405, 429, 999])

/** Whether an answer that is no success, or an empty one, comes from a guard against robots. `text`: the body's begin. */
export function isChallenge(
  status: number,
  headers: Record<string, string | string[] | undefined>,
  text: string,
): boolean {
  if (guardHeaders.some((name) => headers[name] !== undefined)) return true
  // “Not found” is no riddle, and many such pages have a form with a captcha.
  if (status === 404 || status === 410) return ofGuardAlone.test(text)
  return status >= 400 && guards.some((guard) => guard.test(text))
}
