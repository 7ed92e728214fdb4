import { createHash, randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { draftAt } from '@/lib/history/past-draft'
import {
  type IssueContent,
  type IssueDraft,
  issueContentSchema,
  itemContentSchema,
  sectionContentSchema,
} from '@/lib/issues/schema'
import type { Prefer } from './merge-fields'
import { isChanged } from './merge-fields'
import { type MergedDraft, mergeText, nameableIds } from './merge-text'
import { readDraft } from './read-draft'
import type { TextProblem } from './schema'
import { contentOf } from './write-draft'

export type TextPlan = {
  merged: MergedDraft
  /** The draft as it would be. */
  after: IssueDraft
  /** Names what would change, so that a save can be held to what was shown. */
  seen: string
}

/**
 * What a text would make of the draft as it is now.
 * @throws AppError `invalid` with the first problem and, in its detail, all of them by line
 */
export async function planText(tx: Tx, draft: IssueDraft, text: string, prefer: Prefer): Promise<TextPlan> {
  const mark = /^\uFEFF?<!-- gleaner (.+) -->\s*$/.exec(text.split(/\r?\n/, 1)[0] ?? '')?.[1] ?? ''
  const base = await draftAt(tx, draft, { mark })
  const read = readDraft(text, contentOf(base), nameableIds(base, draft))
  refuse(read.problems)
  const merged = mergeText(base, read.draft, draft, prefer, randomUUID)
  refuse(problemsOf(draft, merged))
  const sections = merged.sections.map(({ id, content, items }) => ({
    id,
    version: 0,
    ...content,
    items: items.map((item) => ({ ...item.content, id: item.id, version: 0 })),
  }))
  const after = { ...draft, ...merged.content, sections }
  return { merged, after, seen: nameOfChange(draft, merged) }
}

function refuse(problems: TextProblem[]): void {
  const [first] = problems
  if (!first) return
  const message = first.line > 0 ? `Line ${first.line}: ${first.message}` : first.message
  throw new AppError('invalid', message, { fields: { text: message }, detail: { problems } })
}

/** What of the changes can't be saved, by the rules that hold for every other way of saving. */
function problemsOf(draft: IssueDraft, { content, sections }: MergedDraft): TextProblem[] {
  const problems: TextProblem[] = []
  const known = new Map<string, object>()
  for (const { id, title, layout, items } of draft.sections) {
    known.set(id, { title, layout })
    for (const { id: itemId, version: _version, ...item } of items) known.set(itemId, item)
  }
  const look = (
    name: string,
    id: string,
    schema: typeof itemContentSchema | typeof sectionContentSchema,
    row: object,
  ) => {
    const before = known.get(id)
    if (before && !isChanged(before, row)) return
    const [issue] = schema.safeParse(row).error?.issues ?? []
    if (issue) problems.push({ line: 0, message: `${name}: ${issue.message}` })
  }
  for (const section of sections) {
    look(section.content.title ?? 'A section', section.id, sectionContentSchema, section.content)
    for (const item of section.items)
      look(`“${item.content.headline || 'An item'}”`, item.id, itemContentSchema, item.content)
  }
  if (isChanged(contentOf(draft), content)) {
    const [issue] = issueContentSchema.safeParse(content).error?.issues ?? []
    if (issue) problems.push({ line: 0, message: issue.message })
  }
  return problems
}

/** The fields of the issue that change. */
export function changedContent(draft: IssueDraft, content: IssueContent): Partial<IssueContent> {
  const before: Record<string, unknown> = contentOf(draft)
  return Object.fromEntries(
    Object.entries(content).filter(([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value)),
  ) as Partial<IssueContent>
}

/** New rows have other ids each time; what they say doesn't change. */
function nameOfChange(draft: IssueDraft, { content, sections }: MergedDraft): string {
  const known = new Set(draft.sections.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)]))
  const idOf = (id: string) => (known.has(id) ? id : 'new')
  const rows = sections.map((section) => [
    idOf(section.id),
    section.content,
    section.items.map((item) => [idOf(item.id), item.content]),
  ])
  return createHash('sha256')
    .update(JSON.stringify([content, rows, draft.sections]))
    .digest('base64url')
    .slice(0, 22)
}
