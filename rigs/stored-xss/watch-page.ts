import type { Page } from '@playwright/test'

/**
 * Notes into `ran` everything that ran on the page: the calls that hostile texts make, dialogs, and errors of script.
 * Call it before the first page is opened.
 */
export async function watchPage(page: Page, ran: string[]): Promise<void> {
  await page.exposeFunction('tellRig', (what: string) => void ran.push(what))
  await page.addInitScript(() => {
    const tell = (what: string) => () =>
      (globalThis as unknown as { tellRig: (w: string) => void }).tellRig(what)
    for (const name of ['alert', 'confirm', 'prompt', 'print']) {
      Object.defineProperty(globalThis, name, { value: tell(name) })
    }
  })
  page.on('dialog', (dialog) => {
    ran.push(`dialog ${dialog.message()}`)
    return dialog.dismiss()
  })
  page.on('pageerror', (error) => ran.push(`error ${error.message}`))
}

/**
 * Gives every element what it may be waiting for, follows links that lead to no page, and waits until what the page
 * has queued is done.
 */
export async function provokePage(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('body *')) {
      for (const type of ['mouseover', 'mouseenter', 'focus', 'pointerdown', 'toggle', 'animationstart']) {
        element.dispatchEvent(new Event(type, { bubbles: true }))
      }
    }
    const links = document.querySelectorAll<HTMLAnchorElement>('a[href]')
    // A protocol of `:` alone is an address relative to a page that has none.
    for (const link of links) if (!/^(https?:|mailto:|:)$/.test(link.protocol)) link.click()
    return new Promise((done) => setTimeout(done))
  })
}
