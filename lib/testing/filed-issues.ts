import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Actor } from '@/lib/accounts/schema'
import { addItem } from '@/lib/issues/commands/add-item'
import { addSection } from '@/lib/issues/commands/add-section'
import { openIssue } from '@/lib/issues/commands/open-issue'
import { saveIssue } from '@/lib/issues/commands/save-issue'
import type { ItemContent } from '@/lib/issues/schema'

type FiledItem = Pick<ItemContent, 'kind' | 'blurb'> &
  Record<'headline' | 'url' | 'credit' | 'disclosure', string | null>

/** An issue in the format of the corpus’ `complete/issues-*.json`. `date`: `YYYY-MM-DD`. */
export type FiledIssue = {
  number: number
  title: string
  slug: string
  date: string
  intro: string | null
  sponsor: { position: 'top' | 'bottom'; text: string }
  sections: { title: string; layout: 'articles' | 'list'; items: FiledItem[] }[]
}

export function readFiledIssues(file: string): FiledIssue[] {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Opens a planned issue, and writes into it what was filed, all by commands; its sponsor’s message is left to its slot. */
export async function buildFiledIssue(actor: Actor, id: string, filed: FiledIssue): Promise<void> {
  await openIssue(actor, { commandId: randomUUID(), id })
  const { number, title, slug, intro } = filed
  const fields = { number, title, slug, intro: intro ?? '' }
  await saveIssue(actor, { commandId: randomUUID(), id, version: 0, fields })
  for (const { title, layout, items } of filed.sections) {
    const sectionId = randomUUID()
    const place = {}
    await addSection(actor, { commandId: randomUUID(), id: sectionId, issueId: id, title, layout, place })
    for (const item of items) {
      const [headline, url] = [item.headline ?? '', item.url ?? '']
      const remarks = { credit: item.credit ?? '', disclosure: item.disclosure ?? '' }
      const fields = { kind: item.kind, headline, url, blurb: item.blurb, ...remarks }
      await addItem(actor, { commandId: randomUUID(), id: randomUUID(), sectionId, fields, place })
    }
  }
}
