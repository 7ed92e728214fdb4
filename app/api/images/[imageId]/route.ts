import { fileRoute } from '@/lib/http/read-route'
import { readImageFile } from '@/lib/sponsors/queries/image-files'

/** An image, before readers have an address for it. */
export const GET = fileRoute(({ actor, params }) => readImageFile(actor, params.imageId ?? ''))
