import { returnPath } from '@/lib/accounts/rules'
import { seeOther } from '@/lib/http/write-route'
import { rememberLink } from '@/lib/sponsors/portal'
import { findContactByToken } from '@/lib/sponsors/queries/find-contact'

/**
 * A capability link: remembered in this browser and taken out of the address at once, so that neither history nor a
 * referrer keeps it. It is not used up, so a mail scanner that fetches it changes nothing.
 */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  if (!(await findContactByToken(token))) return seeOther('/sponsor/left?problem=link')
  await rememberLink(token)
  const next = returnPath(new URL(request.url).searchParams.get('next'), '/sponsor')
  return seeOther(next.startsWith('/sponsor/') ? next : '/sponsor')
}
