const DAY = 86_400_000

/** A capability link that nobody used for this long lapses, in milliseconds: mails lie about for years. */
export const LINK_IDLE_MS = 180 * DAY

type LinkRow = { createdAt: Date; lastUsedAt: Date | null; revokedAt: Date | null }

/** Whether a capability link still lets anybody in: not revoked, and used, or else made, in the last 180 days. */
export function linkWorks({ createdAt, lastUsedAt, revokedAt }: LinkRow, at: Date): boolean {
  return revokedAt === null && at.getTime() - (lastUsedAt ?? createdAt).getTime() < LINK_IDLE_MS
}
