import { readRoute } from '@/lib/http/read-route'
import { writeRoute } from '@/lib/http/write-route'
import { saveIssue } from '@/lib/issues/commands/save-issue'
import { saveIssueSchema } from '@/lib/issues/schema'
import { loadForEditing } from '@/lib/publishing/queries'

export const GET = readRoute(({ actor, params }) => loadForEditing(actor, params.issueId ?? ''))

export const PATCH = writeRoute({
  input: saveIssueSchema,
  run: ({ actor, input, params }) => saveIssue(actor, { ...input, id: params.issueId ?? '' }),
})
