import type { Locator, Page } from '@playwright/test'
import { db } from '@/lib/db/db'
import { expect } from './test'

/** People who write in these journeys; made where they are missing. */
export const ada = 'ada@journeys.example'
export const bob = 'bob@journeys.example'
/** Whose sessions a journey may end, without signing others out beside it. */
export const cleo = 'cleo@journeys.example'

export async function makeCurators(): Promise<void> {
  const data = [ada, bob, cleo].map((email) => ({
    email,
    name: email.split('@')[0] ?? email,
    role: 'EDITOR' as const,
  }))
  // Journeys side by side make them at the same moment.
  await db().user.createMany({ data, skipDuplicates: true })
}

/** Opens an issue and waits until it can be written in. */
export async function openIssue(page: Page, id: string): Promise<void> {
  await page.goto(`/admin/issues/${id}`)
  await expect(page.locator('.ed-desk:not([inert])')).toBeVisible()
  await expect(page.locator('.ed-state')).toHaveText('Saved')
}

/** Waits until everything is on the server. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('.ed-state')).toHaveText('Saved')
}

export function section(page: Page, title: string): Locator {
  return page.getByRole('main').getByRole('region', { name: title, exact: true })
}

/** Opens an item of the sheet for writing, with the focus in its headline. */
export async function editItem(page: Page, name: string): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: `Edit ${name}`, exact: true })
    .focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Headline', { exact: true })).toBeFocused()
}

/** The headlines of the sheet in order; those of rows too. */
export function headlines(page: Page): Promise<string[]> {
  const blocks = page.locator('.ed-item[data-block]')
  return blocks.evaluateAll((items) =>
    items.map((item) => {
      const field = item.querySelector<HTMLTextAreaElement>('[data-field="headline"]')
      return field?.value ?? item.querySelector('h2, h3, .ed-row-name')?.textContent ?? ''
    }),
  )
}

/** What is in the database of an item. */
export function storedItem(id: string) {
  return db().item.findUniqueOrThrow({ where: { id } })
}
