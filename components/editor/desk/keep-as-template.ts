import { newUuid } from '@/components/studio/new-uuid'
import type { SectionTemplate } from '@/lib/publication/schema'
import type { Desk } from './use-desk'

/** Keeps a section's title and layout, so that it can be added to other issues. */
export async function keepAsTemplate({ editor, desk, tell }: Desk, sectionId: string): Promise<void> {
  const section = editor.state.doc.sections[sectionId]
  if (!section) return
  const { title, layout } = section
  const body = { commandId: newUuid(), title, layout }
  const answer = await editor.command({ method: 'POST', path: '/api/publication/section-templates', body })
  if (answer.kind === 'error') {
    tell(answer.error.message)
    return
  }
  const { added, templates } = answer.body as { added: boolean; templates: SectionTemplate[] }
  desk.set({ templates })
  const name = title?.trim() ? `“${title.trim()}”` : 'An untitled section'
  tell(
    added
      ? `${name} is at hand under “From a template”. The settings say whether new issues begin with it.`
      : `${name} is a template already.`,
  )
}
