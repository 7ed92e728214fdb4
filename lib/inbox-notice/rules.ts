/** So many links aren't sorted between two issues any more: an issue has some thirty, and one card takes seconds. */
export const INBOX_IS_FULL = 200
/** Of readers' suggestions: while some days are left until their form is shut. */
export const SUGGESTIONS_NEAR = 150
/** How long it is silent while things stay so, in ms. */
export const SILENCE_MS = 7 * 86_400_000

/**
 * What waits to be sorted, and since which day (`YYYY-MM-DD`); and readers' suggestions that wait there or for later, of
 * which only so many are taken.
 */
export type Waiting = { links: number; since: string | null; suggestions: number }

/** Whether the editors should hear of it. */
export function overflows({ links, suggestions }: Waiting): boolean {
  return links >= INBOX_IS_FULL || suggestions >= SUGGESTIONS_NEAR
}

/** Whether it is over: only well below, so that an inbox that goes up and down at the limit isn't news each time. */
export function isOver({ links, suggestions }: Waiting): boolean {
  return links < INBOX_IS_FULL / 2 && suggestions < SUGGESTIONS_NEAR / 2
}
