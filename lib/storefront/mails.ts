import type { Notice } from '@/lib/accounts/commands/mail-editors'
import { formatDay } from '@/lib/times/rules'

type Asked = { company: string; contactName: string; message: string; placement: string; date: string }

export const REQUESTS_PATH = '/admin/sponsors/requests'

/** Tells the editors of a new request. `date`: `YYYY-MM-DD`; `heldUntil`: when its place is free again. */
export function requestMail(request: Asked & { heldUntil: Date }): Notice {
  const { company, contactName, message, placement, date, heldUntil } = request
  const until = formatDay(heldUntil.toISOString().slice(0, 10))
  const lead = `${company} asks for ${placement} on ${formatDay(date)}`
  return {
    kind: 'requests',
    subject: lead,
    heading: lead,
    paragraphs: [
      `${contactName} of ${company} asked for it at the storefront. The place is kept until ${until}; unless you answer, it is free again then.`,
      ...(message ? [`They write: “${message}”`] : []),
    ],
    action: { label: 'Accept, answer or decline', path: REQUESTS_PATH },
  }
}
