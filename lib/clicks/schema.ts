import { z } from 'zod'

/**
 * What one request of `/go/ID` was: a reader's click (`verified`), or why it isn't counted as one. Nothing of who sent
 * it is kept.
 */
export const clickKinds = ['verified', 'prefetch', 'head', 'bot', 'burst', 'repeat'] as const
export type ClickKind = (typeof clickKinds)[number]

/** One click as it waits to be counted. `day`: calendar day in UTC. `count` is negative where one is taken back. */
export const waitingClickSchema = z.strictObject({
  target: z.string(),
  day: z.iso.date(),
  kind: z.enum(clickKinds),
  count: z.int(),
})
export type WaitingClick = z.infer<typeof waitingClickSchema>

/** For each part of a sponsor's and address in it (`partId address`): the address that counts and leads there. */
export type SponsorLinks = Readonly<Record<string, string>>

/** What of a slot's clicks a report shows. */
export type ClickTotals = { raw: number; verified: number; excluded: { kind: ClickKind; count: number }[] }

/** The key of an address of a sponsor's part among `SponsorLinks`. */
export const linkKey = (partId: string, url: string): string => `${partId} ${url.trim()}`
