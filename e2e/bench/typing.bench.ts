import { ada, makeCurators, openIssue } from '@/e2e/support/editing'
import { expect, test } from '@/e2e/support/test'
import { makeDraft } from '@/lib/testing/issues'

const LETTERS = 120

/** ms from a key to the next frame (Event Timing), for letters typed into one item of an issue. */
for (const count of [10, 200]) {
  test(`typing among ${count} items`, async ({ page, signIn }) => {
    test.setTimeout(180_000)
    await makeCurators()
    await signIn(ada)
    const headlines = Array.from({ length: count }, (_, index) => `Item ${index + 1}`)
    const { id } = await makeDraft(headlines)
    await openIssue(page, id)
    await page
      .getByRole('main')
      .getByRole('button', { name: `Edit Item ${count / 2}`, exact: true })
      .focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(page.getByLabel('Blurb', { exact: true })).toBeFocused()
    await page.evaluate(() => {
      const durations: number[] = []
      Object.assign(window, { durations })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (entry.name === 'keydown') durations.push(entry.duration)
      }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit)
    })
    for (let letter = 0; letter < LETTERS; letter += 1) await page.keyboard.type('a', { delay: 60 })
    const slow = await page.evaluate(() => (window as unknown as { durations: number[] }).durations)
    const all = [...slow, ...Array<number>(Math.max(0, LETTERS - slow.length)).fill(8)].sort((a, b) => a - b)
    const at = (share: number) => all[Math.floor((all.length - 1) * share)]
    console.log(`${count} items: key to frame p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`)
  })
}
