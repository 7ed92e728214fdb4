import { describeApi } from '@/lib/capture-api/describe-api'
import { env } from '@/lib/env/env'
import { openRoute } from '@/lib/http/open-route'

/** The API for programs, in OpenAPI 3.1. */
export const GET = openRoute(() => describeApi(env().APP_URL))
