import { loadProofDocument } from '@/app/(proof)/proof/[slotId]/load'
import { env } from '@/lib/env/env'
import { textResponse } from '@/lib/http/text-response'
import { issueToText } from '@/lib/render/issue-text'

/** The proof as the plain text of the mail. */
export async function GET(request: Request, { params }: { params: Promise<{ slotId: string }> }) {
  const version = new URL(request.url).searchParams.get('version')
  const document = await loadProofDocument((await params).slotId, version)
  if (!document) return textResponse('There is no such page.\n', 'text/plain', 404)
  return textResponse(issueToText(document, { origin: env().APP_URL }), 'text/plain')
}
