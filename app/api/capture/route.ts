import { type Brought, bringLimit, bringSchema } from '@/lib/capture-api/schema'
import { bringCapture } from '@/lib/captures/commands/bring-capture'
import { env } from '@/lib/env/env'
import { preflight, tokenRoute } from '@/lib/http/token-route'

/** Brings one link into the inbox, for programs; described at /api/openapi.json. */
export const POST = tokenRoute({
  kind: 'CAPTURE',
  limit: bringLimit,
  input: bringSchema,
  run: async ({ actor, input: { commandId, ...texts } }) => {
    const { id, isNew } = await bringCapture(actor, { commandId, capture: { ...texts, source: 'API' } })
    const inbox = `${env().APP_URL}/admin/inbox`
    const body: Brought = { id, status: isNew ? 'added' : 'known', url: texts.url, inbox }
    return { status: isNew ? 201 : 200, body }
  },
})

export const OPTIONS = preflight()
