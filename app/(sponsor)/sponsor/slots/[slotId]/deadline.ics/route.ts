import { now } from '@/lib/clock/clock'
import { env } from '@/lib/env/env'
import { AppError } from '@/lib/errors/app-error'
import { noStore } from '@/lib/http/error-response'
import { textResponse } from '@/lib/http/text-response'
import { isUuid } from '@/lib/ids/rules'
import { readPublication } from '@/lib/publication/queries'
import { deadlineCalendar } from '@/lib/slots/ics'
import { earlierCopyOf } from '@/lib/slots/queries/list-slots'
import { readSlot } from '@/lib/slots/queries/read-slot'
import { requireContactPage } from '@/lib/sponsors/portal'

/** When copy is due, for the contact's calendar. */
export async function GET(_: Request, { params }: { params: Promise<{ slotId: string }> }) {
  const { slotId } = await params
  const path = `/sponsor/slots/${slotId}`
  const { contact } = await requireContactPage(path)
  const slot = isUuid(slotId) ? await readSlot(contact, slotId).catch(nothing) : null
  if (!slot) return textResponse('There is no such slot.\n', 'text/plain', 404)
  const [{ name }, earlier] = await Promise.all([readPublication(), earlierCopyOf(contact.sponsorId, slotId)])
  const url = new URL(path, env().APP_URL)
  const calendar = deadlineCalendar({
    uid: `${slotId}@${url.hostname}`,
    day: slot.deadline,
    title: `Copy for ${name} due: ${slot.placement.name}, issue of ${slot.issue.date}`,
    text: `Write it${earlier.length > 0 ? ', or run what you ran before' : ''}: ${url.href}`,
    url: url.href,
    at: now(),
  })
  return new Response(calendar, {
    headers: {
      ...noStore,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="deadline.ics"',
    },
  })
}

function nothing(error: unknown): null {
  if (error instanceof AppError && error.code === 'not_found') return null
  throw error
}
