import type { Browser, Page } from '@playwright/test'
import type { Served } from '@/rigs/serve'

export type Field = 'headline' | 'blurb'
/** What the server said it had saved. */
export type Acknowledged = { itemId: string; field: string; text: string }

/** Somebody who writes in an issue, in a browser of their own. */
export type Writer = {
  page: Page
  acknowledged: Acknowledged[]
  /** Opens an item, and puts the cursor behind what stands in a field of it. */
  begin: (itemId: string, field: Field) => Promise<void>
  /** Types key by key, as a person does, whatever becomes of the server. */
  type: (text: string) => Promise<void>
  close: (itemId: string) => Promise<void>
  /** Whether all is saved, and an item shows these texts: within a while, and without a reload. */
  shows: (itemId: string, texts: string[]) => Promise<boolean>
}

const PATIENCE_MS = 60_000
const KEY_MS = 12
const labels: Record<Field, string> = { headline: 'Headline', blurb: 'Blurb' }

export async function openWriter(browser: Browser, served: Served, issueId: string): Promise<Writer> {
  const context = await browser.newContext()
  const [name = '', value = ''] = (await served.editorCookie()).split('=')
  await context.addCookies([{ name, value, url: served.origin, httpOnly: true }])
  const page = await context.newPage()
  const acknowledged: Acknowledged[] = []
  page.on('response', (response) => {
    const [, itemId] = /\/api\/items\/([0-9a-f-]{36})$/.exec(new URL(response.url()).pathname) ?? []
    if (!itemId || !response.ok() || response.request().method() !== 'PATCH') return
    const { fields } = response.request().postDataJSON() as { fields: Record<string, unknown> }
    for (const [field, text] of Object.entries(fields))
      acknowledged.push({ itemId, field, text: String(text) })
  })
  await page.goto(`${served.origin}/admin/issues/${issueId}`)
  await page.locator('.ed-desk:not([inert])').waitFor()
  // Gone with the page, if it is ever loaded anew.
  await page.evaluate(() => document.documentElement.setAttribute('data-rig', 'first'))
  const block = (itemId: string) => page.locator(`[data-block="${itemId}"]`)
  return {
    page,
    acknowledged,
    begin: async (itemId, field) => {
      await block(itemId)
        .getByRole('button', { name: /^Edit / })
        .first()
        .focus()
      await page.keyboard.press('Enter')
      await block(itemId).getByLabel(labels[field], { exact: true }).focus()
      await page.keyboard.press('Control+End')
    },
    type: (text) => page.keyboard.type(text, { delay: KEY_MS }),
    close: async (itemId) => {
      await page.keyboard.press('Escape')
      await block(itemId)
        .getByRole('button', { name: /^Edit / })
        .first()
        .waitFor()
    },
    shows: (itemId, texts) =>
      page
        .waitForFunction(
          ({ id, wanted }) => {
            const item = document.querySelector(`[data-block="${id}"]`)
            const areas = [...(item?.querySelectorAll('textarea') ?? [])].map(({ value: text }) => text)
            const said = [item?.textContent ?? '', ...areas].join('\n')
            const isSame = document.documentElement.getAttribute('data-rig') === 'first'
            const isSaved = document.querySelector('.ed-state')?.textContent === 'Saved'
            return isSame && isSaved && wanted.every((text) => said.includes(text))
          },
          { id: itemId, wanted: texts },
          { timeout: PATIENCE_MS },
        )
        .then(
          () => true,
          () => false,
        ),
  }
}
