import { z } from 'zod'
import { describeDraft } from '@/lib/draft-text/describe-draft'
import { errorStatus } from '@/lib/errors/app-error'
import { bringLimit, bringSchema, broughtSchema, failureSchema } from './schema'

/** What a zod schema takes, or gives, as JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' })
  return rest
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (name: string) => ({ 'application/json': { schema: ref(name) } })
const failure = (description: string, headers: Record<string, unknown> = {}) => ({
  description,
  headers,
  content: json('Failure'),
})

const failures = {
  [errorStatus.unauthenticated]: failure('No token, or one that was revoked.', {
    'WWW-Authenticate': { schema: { type: 'string' } },
  }),
  411: failure('The request says no length. Send `Content-Length`, not chunks.'),
  [errorStatus.too_large]: failure('More than 512 KB.'),
  [errorStatus.media_type]: failure('Neither JSON nor a form.'),
  [errorStatus.invalid]: failure('A text is missing, too long, or no address. `fields` says which.'),
  [errorStatus.too_many]: failure(
    `More than ${bringLimit.limit} calls in ${bringLimit.seconds} seconds by one token.`,
    {
      'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } },
    },
  ),
  [errorStatus.internal]: failure('Something went wrong here.'),
  [errorStatus.busy]: failure('The server has too much to do. Try again.', {
    'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } },
  }),
}

const examples = {
  link: { summary: 'A link', value: { url: 'https://example.org/article' } },
  quote: {
    summary: 'With a quote and a note',
    value: {
      url: 'https://example.org/article',
      title: 'How we test failover',
      quote: 'It never knew about us.',
      note: 'For the on-call section.',
      via: 'Kim',
    },
  },
}

/** The API for programs that bring links, in OpenAPI 3.1. @param origin of this site */
export function describeApi(origin: string) {
  const schema = ref('Link')
  const draft = describeDraft(failure)
  return {
    openapi: '3.1.1',
    info: {
      title: 'Gleaner: for programs',
      version: '1.0.0',
      summary: 'Bring links into the inbox of a newsletter, and edit a draft as one text.',
      description:
        'For shortcuts, scripts, extensions and editors. Make a personal token in the studio and send it with each call: for links under “Bring links from anywhere”, for drafts where one stands “As one text”. Neither opens what the other does. Cookies are not looked at, and a page of any origin may bring links.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: origin }],
    security: [{ token: [] }],
    paths: {
      '/api/capture': {
        post: {
          operationId: 'capture',
          summary: 'Bring one link into the inbox',
          requestBody: {
            required: true,
            content: {
              'application/json': { schema, examples },
              'application/x-www-form-urlencoded': { schema },
            },
          },
          responses: {
            200: { description: 'It was there already.', content: json('Brought') },
            201: { description: 'It is in the inbox.', content: json('Brought') },
            ...failures,
          },
        },
      },
      ...draft.paths,
    },
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A personal token for links: `gleaner_` and 43 characters.',
        },
        ...draft.securitySchemes,
      },
      schemas: {
        Link: schemaOf(bringSchema, 'input'),
        Brought: schemaOf(broughtSchema, 'output'),
        Failure: schemaOf(failureSchema, 'output'),
      },
    },
  }
}
