import { errorStatus } from '@/lib/errors/app-error'
import { draftLimit, TEXT_BYTES } from './schema'

type Failure = (description: string, headers?: Record<string, unknown>) => object

const etag = {
  ETag: { description: 'Names what the text says, whenever it is taken.', schema: { type: 'string' } },
}
const markdown = { 'text/markdown': { schema: { type: 'string' } } }
const text = (description: string) => ({ description, headers: etag, content: markdown })

const parameters = [
  {
    name: 'issueId',
    in: 'path',
    required: true,
    description: 'As in the address of the draft in the studio.',
    schema: { type: 'string', format: 'uuid' },
  },
]

const saving = [
  {
    name: 'If-Match',
    in: 'header',
    description: 'The ETag that came with the text: then it is saved only over that very draft.',
    schema: { type: 'string' },
  },
  {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'A UUID, the same again when a call is repeated whose answer was lost. With another text it is another call.',
    schema: { type: 'string', format: 'uuid' },
  },
  {
    name: 'prefer',
    in: 'query',
    description: 'Whose words stand where the text and what others saved since change the same ones.',
    schema: { type: 'string', enum: ['yours', 'theirs'] },
  },
]

/** The draft as one text, for the description of what programs may call. @param failure describes an error's answer */
export function describeDraft(failure: Failure) {
  const security = [{ draftToken: [] }]
  const failures = {
    [errorStatus.unauthenticated]: failure('No token, or one that was revoked or made for something else.'),
    [errorStatus.not_found]: failure('There is no such draft.'),
    [errorStatus.too_many]: failure(
      `More than ${draftLimit.limit} calls in ${draftLimit.seconds} seconds by one token.`,
    ),
    [errorStatus.internal]: failure('Something went wrong here.'),
    [errorStatus.busy]: failure('The server has too much to do. Try again.'),
  }
  return {
    paths: {
      '/api/issues/{issueId}/draft.md': {
        parameters,
        get: {
          operationId: 'takeDraft',
          summary: 'Take a whole draft as one Markdown text',
          security,
          responses: { 200: text('The draft.'), ...failures },
        },
        put: {
          operationId: 'saveDraft',
          summary: 'Save the edited text',
          description:
            'Merged with what others saved since the text was taken, by the ids in its comments. All is saved, or nothing.',
          security,
          parameters: saving,
          requestBody: { required: true, content: markdown },
          responses: {
            200: text('The draft as it is now, with the marks of what is new.'),
            ...failures,
            409: failure('The issue is out, or a part of it can’t be changed any more.'),
            411: failure('The request says no length. Send `Content-Length`, not chunks.'),
            [errorStatus.changed]: failure(
              'The draft changed where the text changes it, and no `prefer` says whose words stand; or it is another than `If-Match` names.',
            ),
            [errorStatus.too_large]: failure(`More than ${TEXT_BYTES / 1024 / 1024} MB.`),
            [errorStatus.media_type]: failure('It is not sent as text/markdown.'),
            [errorStatus.invalid]: failure(
              'The text can’t be read. `fields.text` says why, and in which line.',
            ),
          },
        },
      },
    },
    securitySchemes: {
      draftToken: {
        type: 'http',
        scheme: 'bearer',
        description: 'A personal token for drafts, made where a draft stands “As one text”.',
      },
    },
  }
}
