import { resolve } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { sealSession, sessionCookieName } from '@/lib/accounts/session-cookie'
import { closeDb, db } from '@/lib/db/db'
import { setEnv } from '@/lib/env/env'
import { joinEmbeddedPostgres } from '@/lib/postgres/embedded'
import { relaxDurability } from '@/lib/testing/relax-durability'
import { e2ePort } from './e2e-port'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Fixtures = {
  /** Signs the page's browser in as a person of the database, by a session of its own. */
  signIn: (email: string) => Promise<void>
  /** Fails on anything that axe finds against WCAG 2.2 AA on the page as it is now. */
  expectAccessible: (page: Page) => Promise<void>
  /** Fails where one of these pages runs over at a width of ours, or axe finds anything, light on a phone or dark on a desk. */
  expectWellSet: (page: Page, paths: readonly string[]) => Promise<void>
}
type WorkerFixtures = {
  /** Lets `db()` and the commands of lib work beside the running server, on its database. */
  database: undefined
}

/** Playwright's `test`, with the database at hand. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  database: [
    async ({ browserName: _ }, use) => {
      setEnv({ DATA_DIR: resolve('.data-e2e'), APP_URL: `http://localhost:${e2ePort()}` })
      const embedded = await joinEmbeddedPostgres(resolve('.data-e2e'))
      setEnv({ DATABASE_URL: embedded.url, DIRECT_DATABASE_URL: embedded.url })
      await relaxDurability()
      await use(undefined)
      await closeDb()
      await embedded.leave()
    },
    { scope: 'worker', auto: true },
  ],
  signIn: async ({ context, baseURL }, use) => {
    await use(async (email) => {
      const user = await db().user.findUniqueOrThrow({ where: { email } })
      const session = await db().session.create({ data: { userId: user.id, device: 'Journey' } })
      const value = await sealSession(session.id)
      await context.addCookies([{ name: sessionCookieName(), value, url: baseURL ?? '', httpOnly: true }])
    })
  },
  expectAccessible: async ({ browserName: _ }, use) => {
    await use(async (page) => {
      // Wherever the focus took the page: what lies under the bar that sticks at the top is no small target.
      await page.evaluate(() => scrollTo(0, 0))
      // A frame that allows no script can't run axe either; what it shows is tried as a page of its own.
      const builder = new AxeBuilder({ page }).withTags(WCAG).exclude('iframe[sandbox]')
      const { violations } = await builder.analyze()
      const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }))
      expect(found).toEqual([])
    })
  },
  expectWellSet: async ({ expectAccessible }, use) => {
    await use(async (page, paths) => {
      const looks = [
        { width: 375, colorScheme: 'light', axe: true },
        { width: 768, colorScheme: 'light', axe: false },
        { width: 1280, colorScheme: 'dark', axe: true },
      ] as const
      for (const path of paths) {
        await page.goto(path)
        for (const { width, colorScheme, axe } of looks) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize({ width, height: 800 })
          const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0)
          if (axe) await expectAccessible(page)
        }
      }
    })
  },
})

export { expect }
