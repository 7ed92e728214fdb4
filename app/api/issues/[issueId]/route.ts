import { readRoute } from '@/lib/http/read-route'
import { writeRoute } from '@/lib/http/write-route'
import { saveIssueSchema } from '@/lib/issues/schema'
import { loadForEditing } from '@/lib/publishing/queries'
import { saveIssueWithSlots } from '@/lib/sponsors/commands/save-issue-with-slots'

export const GET = readRoute(({ actor, params }) => loadForEditing(actor, params.issueId ?? ''))

export const PATCH = writeRoute({
  input: saveIssueSchema,
  run: ({ actor, input, params }) => saveIssueWithSlots(actor, { ...input, id: params.issueId ?? '' }),
})
