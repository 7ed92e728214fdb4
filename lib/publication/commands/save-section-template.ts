import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { AppError, notFound } from '@/lib/errors/app-error'
import { canSaveSettings } from '@/lib/publication/policy'
import {
  type SectionTemplate,
  type saveSectionTemplateSchema,
  settingsSchema,
} from '@/lib/publication/schema'
import { readSettingsIn } from '@/lib/publication/settings'
import { runCommand } from '@/lib/receipts/run-command'
import { saveSettings } from './save-settings'

/**
 * Keeps a section as a template: it can be added to any issue, and no new one begins with it until the settings say so.
 * One that is there already is left as it is.
 * @returns all templates, in their order
 * @throws AppError `forbidden`; `invalid` where there are too many
 */
export async function saveSectionTemplate(
  actor: Actor,
  { commandId, title, layout }: z.output<typeof saveSectionTemplateSchema>,
): Promise<{ added: boolean; templates: SectionTemplate[] }> {
  if (!canSaveSettings(actor)) throw new AppError('forbidden', 'Only owners and editors change the settings.')
  return runCommand(actor, { id: commandId, name: 'save-section-template' }, async (tx) => {
    // Held until the end, so that what is added to is what is there.
    await tx.$queryRaw`SELECT 1 AS "locked" FROM "Publication" WHERE "id" = 1 FOR UPDATE`
    const current = await readSettingsIn(tx)
    if (!current) throw notFound('publication')
    const { sectionTemplates } = current.settings
    if (sectionTemplates.some((one) => one.title === title && one.layout === layout))
      return { added: false, templates: sectionTemplates }
    const next = [...sectionTemplates, { title, layout, starts: false }]
    const parsed = settingsSchema.shape.sectionTemplates.safeParse(next)
    if (!parsed.success)
      throw new AppError('invalid', parsed.error.issues[0]?.message ?? 'Too many sections.')
    const save = { commandId: randomUUID(), version: current.version, fields: { sectionTemplates: next } }
    await saveSettings(actor, save, tx)
    return { added: true, templates: next }
  })
}
