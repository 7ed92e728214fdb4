import { z } from 'zod'
import { mailSchema } from '@/lib/mail/schema'
import { contactMailKinds } from '@/lib/sponsors/schema'

/**
 * Every job by its name, with what it is told. A payload names records by id and carries no more: the handler reads
 * what is true when it runs.
 */
export const jobSchemas = {
  /** Each minute: publishes what is due, warns of what is held. Told by the clock alone. */
  'sweep-schedules': z.strictObject({}),
  /** Delivers one message, whole: it names no record, since what was true when it was written is what it says. */
  'send-mail': mailSchema,
  /** Mails a one-time link to the address, if it is of somebody who may sign in. */
  'mail-sign-in-link': z.strictObject({ mailId: z.uuid(), email: z.string(), next: z.string().optional() }),
  /** Mails the link of an invitation that is still open. */
  'mail-invitation': z.strictObject({ mailId: z.uuid(), personId: z.uuid(), invitedBy: z.string() }),
  /** Mails a contact of a sponsor about a slot, with a fresh link; `aboutId`: the review or version it is about. */
  'mail-contact': z.strictObject({
    mailId: z.uuid(),
    contactId: z.uuid(),
    slotId: z.uuid(),
    kind: z.enum(contactMailKinds),
    aboutId: z.uuid().optional(),
  }),
  /** Each hour, from the morning on in the publication's zone: reminds contacts, and editors of what is due. */
  'remind-of-slots': z.strictObject({}),
  /** Each hour, by day: tells the editors of an inbox that overflows. Told by the clock alone. */
  'watch-inbox': z.strictObject({}),
  /** Gives back the places of requests that nobody answered in time. Told by the clock alone. */
  'lapse-requests': z.strictObject({}),
  /** Each minute: has the feeds read whose time has come. */
  'fetch-feeds': z.strictObject({}),
  /** Reads a feed that is followed. */
  'fetch-feed': z.strictObject({ feedId: z.uuid() }),
  /** Looks at the landing pages of a slot's copy; `since`: goes on with a check that began then. */
  'check-landing': z.strictObject({ slotId: z.uuid(), since: z.iso.datetime().optional() }),
  /** Each day: has the landing pages looked at of what is to run, or ran in the last two days. */
  'sweep-landing-pages': z.strictObject({}),
  /** Reads the page at an address as written, and fills what captures of it left empty; `again`: though it was read lately. */
  'read-page': z.strictObject({ address: z.string(), again: z.boolean().optional() }),
  /** Checks the links of an issue; `ahead`: only if it is still to go out. */
  'check-links': z.strictObject({ issueId: z.uuid(), ahead: z.boolean().optional() }),
  /** Each minute, if something was published: counts the words by which items are found. */
  'count-words': z.strictObject({}),
  /** Each night: forgets sessions, links, counters and receipts that are long over. */
  'forget-what-is-over': z.strictObject({}),
  /** Each night: keeps what reports say 1, 7 and 30 days after their slots ran. */
  'take-report-snapshots': z.strictObject({}),
  /** Tells the WebSub hub that the feeds of whole issues and of all items changed. */
  'ping-hub': z.strictObject({}),
  /** The same of the topics and sections of an issue that changed. */
  'ping-hub-of-issue': z.strictObject({ issueId: z.uuid() }),
  /** Has the operator's CDN forget what it keeps of readers' pages. */
  'purge-cdn': z.strictObject({}),
} as const

export type JobName = keyof typeof jobSchemas
export type JobPayload<N extends JobName> = z.infer<(typeof jobSchemas)[N]>
