import { loadAround } from '@/app/(proof)/load-around'
import { loadProofDocument } from '@/app/(proof)/proof/[slotId]/load'
import { env } from '@/lib/env/env'
import { textResponse } from '@/lib/http/text-response'
import { inTheDark } from '@/lib/render/email/style-sheet'
import { issueToEmail } from '@/lib/render/issue-email'
import { paleShapes } from '@/lib/slots/proof'

/** The proof as the mail that subscribers get. */
export async function GET(request: Request, { params }: { params: Promise<{ slotId: string }> }) {
  const query = new URL(request.url).searchParams
  const document = await loadProofDocument((await params).slotId, query.get('version'))
  if (!document) return textResponse('There is no such page.\n', 'text/plain', 404)
  const html = issueToEmail(document, await loadAround(), { origin: env().APP_URL })
  const shown = query.get('scheme') === 'dark' ? inTheDark(html) : html
  return textResponse(paleShapes(shown), 'text/html')
}
