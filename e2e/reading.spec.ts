import { expect, test } from './support/test'

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, colorScheme: 'light' })

  test('a reader has pages dark by day, on every page and until they choose again', async ({ page }) => {
    const expectPaper = (colour: string) => expect(page.locator('html')).toHaveCSS('background-color', colour)
    const light = 'rgb(255, 253, 250)'
    const dark = 'rgb(23, 22, 20)'
    await page.goto('/issues')
    await expectPaper(light)
    await page.getByRole('button', { name: 'Dark' }).click()
    await expect(page).toHaveURL(/\/issues#appearance$/)
    await expectPaper(dark)
    await page.goto('/')
    await expectPaper(dark)
    await page.goto('/no/such/page')
    await expectPaper(dark)
    // The pages themselves are asked for without the choice, so that one copy serves everybody.
    const [asked] = await Promise.all([page.waitForRequest(/\/issues$/), page.goto('/issues')])
    expect((await asked.allHeaders()).cookie ?? '').not.toContain('appearance')
    await page.emulateMedia({ media: 'print' })
    await expectPaper('rgb(255, 255, 255)')
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: 'Auto' }).click()
    await expectPaper(light)
  })
})
