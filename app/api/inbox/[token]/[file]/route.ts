import { inboxFeed } from '@/lib/captures/inbox-feed'
import { listCaptures } from '@/lib/captures/queries'
import { captureFilterSchema } from '@/lib/captures/schema'
import { env } from '@/lib/env/env'
import { secretRoute } from '@/lib/http/secret-route'
import { readPublication } from '@/lib/publication/queries'
import { feedFormats } from '@/lib/render/feed/formats'

/** The inbox as a feed, in each format, for its person's own reading and listening apps. */
export const GET = secretRoute('INBOX_FEED', async ({ actor, token, params }) => {
  const format = Object.values(feedFormats).find(({ file }) => file === params.file)
  if (!format) return null
  const [{ rows }, publication] = await Promise.all([
    listCaptures(actor, captureFilterSchema.parse({})),
    readPublication(),
  ])
  const self = `${env().APP_URL}/api/inbox/${token}/${format.file}`
  return { type: format.type, text: format.write(inboxFeed(rows, publication, env().APP_URL), self) }
})
