import type { Browser } from '@playwright/test'

export type Weight = { requests: number; bytes: number; html: number }

/** What a reader who comes for the first time loads, in bytes as they went over the wire, headers included. */
export async function weigh(browser: Browser, address: string): Promise<Weight> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  const sizes = new Map<string, number>()
  let document = ''
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Document') document = requestId
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sizes.set(requestId, encodedDataLength)
  })
  await devtools.send('Network.enable')
  await page.goto(address, { waitUntil: 'networkidle' })
  await context.close()
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  return { requests: sizes.size, bytes, html: sizes.get(document) ?? 0 }
}
