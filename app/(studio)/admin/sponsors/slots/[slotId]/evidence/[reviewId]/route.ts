import { requireStudioPage } from '@/lib/accounts/session'
import { AppError } from '@/lib/errors/app-error'
import { noStore } from '@/lib/http/error-response'
import { textResponse } from '@/lib/http/text-response'
import { isUuid } from '@/lib/ids/rules'
import { readEvidence } from '@/lib/slots/queries/read-evidence'

type Props = { params: Promise<{ slotId: string; reviewId: string }> }

/** The file that says yes in the sponsor's stead: to be saved, never shown as a page of ours. */
export async function GET(_: Request, { params }: Props) {
  const { slotId, reviewId } = await params
  const { actor } = await requireStudioPage(`/admin/sponsors/slots/${slotId}`)
  const file =
    isUuid(slotId) && isUuid(reviewId) ? await readEvidence(actor, slotId, reviewId).catch(nothing) : null
  if (!file) return textResponse('There is no such file.\n', 'text/plain', 404)
  return new Response(file.bytes, {
    headers: {
      ...noStore,
      'content-type': 'application/octet-stream',
      // The name as RFC 6266 and RFC 8187 have it.
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    },
  })
}

function nothing(error: unknown): null {
  if (error instanceof AppError && error.code === 'not_found') return null
  throw error
}
