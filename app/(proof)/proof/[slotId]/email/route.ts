import { loadProofDocument } from '@/app/(proof)/proof/[slotId]/load'
import { loadPublication } from '@/app/(reader)/load'
import { env } from '@/lib/env/env'
import { textResponse } from '@/lib/http/text-response'
import { issueToEmail } from '@/lib/render/issue-email'
import { paleShapes } from '@/lib/slots/proof'

/** The proof as the mail that subscribers get. */
export async function GET(request: Request, { params }: { params: Promise<{ slotId: string }> }) {
  const version = new URL(request.url).searchParams.get('version')
  const document = await loadProofDocument((await params).slotId, version)
  if (!document) return textResponse('There is no such page.\n', 'text/plain', 404)
  const html = issueToEmail(document, await loadPublication(), { origin: env().APP_URL })
  return textResponse(paleShapes(html), 'text/html')
}
