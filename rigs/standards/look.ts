import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'

export type Sight = { colorScheme: 'light' | 'dark'; width: number }

/** Narrow as a page is at 400 % zoom (WCAG 2.2, 1.4.10), and wide. */
export const sights: Sight[] = [
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 320 },
  { colorScheme: 'light', width: 1_280 },
  { colorScheme: 'dark', width: 1_280 },
]

const HEIGHT = 800
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Text spaced as a reader may space it (WCAG 2.2, 1.4.12). */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }'

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function lookAt(page: Page, address: string): Promise<string[]> {
  const found: string[] = []
  const outside: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(address).origin) && !request.url().startsWith('data:'))
      outside.push(request.url())
  })
  await page.goto(address)
  // The other mode opens a page of its own each time, for frames of other sites; there are none here.
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(TAGS)
  const { violations } = await axe.analyze()
  for (const { id, nodes } of violations) found.push(`${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  if ((await overflow(page)) > 0) found.push('it is wider than the window')
  await page.addStyleTag({ content: SPACED })
  if ((await overflow(page)) > 0) found.push('with spaced text it is wider than the window')
  return [...found, ...outside.map((url) => `it asks for ${url}`)]
}

/** What axe and a look find wrong with pages, each in one sight. */
export async function lookThrough(browser: Browser, addresses: string[], sight: Sight): Promise<string[]> {
  const { colorScheme, width } = sight
  const context = await browser.newContext({ colorScheme, viewport: { width, height: HEIGHT } })
  const found: string[] = []
  for (const address of addresses) {
    const page = await context.newPage()
    const wrong = await lookAt(page, address)
    found.push(...wrong.map((text) => `${address}, ${colorScheme}, ${width} wide: ${text}`))
    await page.close()
  }
  await context.close()
  return found
}
