import { readPublication } from '@/lib/publication/queries'
import { studioManifest } from '@/lib/sharing/manifest'

/**
 * The studio as an app (W3C Web Application Manifest), which makes it a place to share to. Browsers ask for it without
 * cookies, and it says nothing that the front page doesn't.
 */
export async function GET(): Promise<Response> {
  const { name } = await readPublication()
  return Response.json(studioManifest(name), { headers: { 'content-type': 'application/manifest+json' } })
}
