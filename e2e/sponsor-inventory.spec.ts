import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/db'
import { releaseSlot } from '@/lib/sponsors/commands/end-slot'
import { tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { ada, makeCurators } from './support/editing'
import { expect, test } from './support/test'

test.beforeAll(makeCurators)
test.beforeEach(({ signIn }) => signIn(ada))
test.describe.configure({ mode: 'serial' })

const PLACEMENT = 'Journey bottom'
/** Dates that no other journey's issues have: what is booked here would keep them from being published. */
const FAR = `/admin/sponsors?from=${new Date(Date.now() + 600 * 86_400_000).toISOString().slice(0, 10)}`

test('a placement is made, with what was wrong said beside its field', async ({ page, expectAccessible }) => {
  await page.goto('/admin/sponsors/placements')
  await page.getByLabel('Name', { exact: true }).fill(PLACEMENT)
  await page.getByLabel('Where it stands').selectOption('bottom')
  await page.getByLabel('Price').fill('a lot')
  await page.getByLabel('Visible characters').fill('300')
  await page.getByRole('button', { name: 'Make the placement' }).click()
  await expect(page.getByText('Write an amount such as 450 or 99.50.')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Price').fill('99.50')
  await page.getByRole('button', { name: 'Make the placement' }).click()
  const row = page.getByRole('row').filter({ hasText: PLACEMENT })
  await expect(row).toContainText('$99.50')
  await row.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(PLACEMENT)
  await expectAccessible(page)
  await page.getByLabel('Visible characters').fill('5')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('At least 20 characters.').first()).toBeVisible()
  await page.getByLabel('Visible characters').fill('250')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  const stored = await db().placement.findFirstOrThrow({ where: { name: PLACEMENT } })
  expect(stored).toMatchObject({
    maxCharacters: 250,
    price: 9950,
    at: 'bottom',
    position: expect.any(Number),
  })
})

test('dates are booked, again and again, moved by dragging and back, and released', async ({
  page,
  expectAccessible,
}) => {
  await page.goto(FAR)
  await page
    .getByRole('button', { name: new RegExp(`^Book ${PLACEMENT} on`) })
    .first()
    .click()
  await page.getByLabel('Company', { exact: true }).selectOption('new')
  await page.getByLabel('Name of the company').fill('Dial Tone Co')
  await page.getByLabel('How many times').fill('3')
  await page.getByLabel('How often').selectOption('2')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Book 3 dates' }).click()
  const cells = page.getByRole('link', { name: 'Dial Tone Co', exact: true })
  await expect(cells).toHaveCount(3)
  await expectAccessible(page)
  const slots = await db().slot.findMany({
    where: { sponsor: { name: 'Dial Tone Co' } },
    include: { issue: true },
    orderBy: { issue: { date: 'asc' } },
  })
  expect(new Set(slots.map(({ seriesId }) => seriesId)).size).toBe(1)
  expect(slots.every(({ issue }) => issue.state !== 'SKIPPED')).toBe(true)

  const [first] = slots
  const cell = page.getByRole('cell').filter({ has: cells }).first()
  await cell.hover()
  const grip = await cells.first().boundingBox()
  const free = page.getByRole('button', { name: new RegExp(`^Book ${PLACEMENT} on`) }).first()
  const to = await free.boundingBox()
  const label = (await free.getAttribute('aria-label')) ?? ''
  if (!grip || !to) throw new Error('Nothing to drag')
  await page.mouse.move(grip.x + 4, grip.y + 6)
  await page.mouse.down()
  await page.mouse.move(grip.x + 20, grip.y + 20, { steps: 4 })
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 })
  await page.mouse.up()
  await expect(page.getByText(/Dial Tone Co is moved to/)).toBeVisible()
  const dateOf = async (id = '') =>
    (await db().slot.findUniqueOrThrow({ where: { id }, include: { issue: true } })).issue.date.getTime()
  const droppedOn = / on (.*)$/.exec(label)?.[1]?.replace(/^\w+ /, '')
  expect(await dateOf(first?.id)).toBe(Date.parse(`${droppedOn} UTC`))
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByText(/Dial Tone Co is back on/)).toBeVisible()
  expect((await db().slot.findUniqueOrThrow({ where: { id: first?.id ?? '' } })).issueId).toBe(first?.issueId)

  // The table is drawn anew, and a menu or dialog would close with the cell it stands in.
  await page.reload()
  await page
    .getByRole('button', { name: /^Actions for Dial Tone Co/ })
    .first()
    .click()
  const day = / on (.*)$/.exec((await free.getAttribute('aria-label')) ?? '')?.[1] ?? ''
  await page.getByRole('menuitem', { name: 'Move to…' }).click()
  await page.getByLabel('To the issue of').selectOption({ label: day })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(page.getByText(/Dial Tone Co is moved to/).last()).toBeVisible()
  await page.reload()
  await page
    .getByRole('button', { name: /^Actions for Dial Tone Co/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Release…' }).click()
  await page.getByRole('button', { name: 'Release', exact: true }).click()
  await expect(cells).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByText(/has its place again/)).toBeVisible()
  await expect(cells).toHaveCount(3)
  await page.goto('/admin/sponsors?view=calendar')
  await expect(page.getByRole('img', { name: `${PLACEMENT}: Dial Tone Co, booked` }).first()).toBeVisible()
  await expectAccessible(page)
})

test('a place taken meanwhile is said, and a contact gets a link that can be revoked', async ({
  page,
  expectAccessible,
}) => {
  await page.goto(FAR)
  const sponsor = await db().sponsor.findFirstOrThrow({ where: { name: 'Dial Tone Co' } })
  const placement = await db().placement.findFirstOrThrow({ where: { name: PLACEMENT } })
  const free = page.getByRole('button', { name: new RegExp(`^Book ${PLACEMENT} on`) }).first()
  const day = /on (.*)$/.exec((await free.getAttribute('aria-label')) ?? '')?.[1] ?? ''
  await free.click()
  const date = new Date(`${day.replace(/^\w+ /, '')} UTC`).toISOString().slice(0, 10)
  await makeSlot(sponsor.id, placement.id, { date })
  await page.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(page.getByText('Choose a company.')).toBeVisible()
  await page.getByLabel('Company', { exact: true }).selectOption(sponsor.name)
  await page.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText(`booked already in the issue of ${day}`)

  await page.goto(`/admin/sponsors/companies/${sponsor.id}`)
  await page.getByLabel('Email address').fill('kim@')
  await page.getByRole('button', { name: 'Add a contact' }).click()
  await expect(page.getByText(/does not look like an email address/).first()).toBeVisible()
  await page.getByLabel('Email address').fill('kim@dial.example')
  await page.getByLabel('Name, if you like').fill('Kim')
  await page.getByRole('button', { name: 'Add a contact' }).click()
  await page.getByRole('button', { name: 'Make a link for Kim' }).click()
  const link = await page.getByLabel('Link for Kim', { exact: true }).inputValue()
  await expectAccessible(page)
  const portal = await page.context().newPage()
  await portal.goto(link)
  await expect(portal).toHaveURL('/sponsor')
  await expect(portal.getByRole('table', { name: 'Coming slots' })).toContainText(PLACEMENT)
  await page.getByRole('button', { name: 'Revoke links of Kim' }).click()
  await page.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(page.getByText('No link works')).toBeVisible()
  await portal.goto('/sponsor')
  await expect(portal).toHaveURL(/\/sign-in/)
  await page.goto('/admin/sponsors/companies?q=dial')
  await expect(page.getByRole('row').filter({ hasText: 'Dial Tone Co' })).toBeVisible()
  await expectAccessible(page)
})

test('placements change their order, and a company with nothing coming is removed', async ({ page }) => {
  await page.goto('/admin/sponsors/placements')
  await page.getByLabel('Name', { exact: true }).fill('Journey last')
  await page.getByRole('button', { name: 'Make the placement' }).click()
  const up = page.getByRole('button', { name: 'Move Journey last up' })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Journey last is number/)).toBeVisible()
  await expect(up).toBeFocused()
  await expect(page.getByRole('button', { name: 'Move Journey last down' })).toBeEnabled()
  const { id } = await makeSponsor('Gone Co')
  await page.goto(`/admin/sponsors/companies/${id}`)
  await page.getByRole('button', { name: 'Remove the company' }).click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page).toHaveURL('/admin/sponsors/companies')
  await expect(page.getByText('Gone Co is removed.')).toBeVisible()
})

test('a week is skipped in one step with what is booked there', async ({ page, expectAccessible }) => {
  const date = '2028-01-16'
  const { id: sponsorId } = await makeSponsor('Harbour Light')
  const placement = await db().placement.findFirstOrThrow({ where: { name: PLACEMENT } })
  const slot = await makeSlot(sponsorId, placement.id, { date })
  await page.goto('/admin/issues?state=PLANNED&year=2028')
  await page.getByRole('button', { name: /^More for the issue of .*16 Jan/ }).click()
  await page.getByRole('menuitem', { name: 'Skip this week…' }).click()
  await expect(page.getByRole('list', { name: 'Booked there' })).toContainText('Harbour Light')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Skip it' }).click()
  await expect(page.getByText(/is skipped\. Harbour Light moves to/)).toBeVisible()
  const moved = await db().slot.findUniqueOrThrow({ where: { id: slot.id }, include: { issue: true } })
  expect(moved.state).toBe('BOOKED')
  expect(moved.issue.date.getTime()).toBeGreaterThan(Date.parse(date))
})

test('a company waits for a taken place, and is the first to be booked when it is free', async ({
  page,
  expectAccessible,
}) => {
  await db().publication.updateMany({ data: { keepsWaitlist: true } })
  // More than fit side by side: they scroll beside the dates, and no button lies on another.
  for (const n of [1, 2, 3, 4, 5, 6, 7]) await makePlacement({ name: `Journey ${n}` })
  const placement = await db().placement.findFirstOrThrow({ where: { name: PLACEMENT } })
  await makeSponsor('Patient Co')
  await page.goto('/admin/sponsors')
  const free = page.getByRole('button', { name: new RegExp(`^Book ${PLACEMENT} on`) }).first()
  const name = (await free.getAttribute('aria-label')) ?? ''
  const day = / on (.*)$/.exec(name)?.[1] ?? ''
  const date = new Date(`${day.replace(/^\w+ /, '')} UTC`).toISOString().slice(0, 10)
  const slot = await makeSlot((await makeSponsor('Quick Co')).id, placement.id, { date })
  await page.reload()
  await page.getByRole('button', { name: `Actions for Quick Co, ${day}` }).click()
  await page.getByRole('menuitem', { name: 'Let another company wait…' }).click()
  await page.getByLabel('Company', { exact: true }).selectOption({ label: 'Patient Co' })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Put it on the waitlist' }).click()
  await expect(page.getByRole('list', { name: `Waiting for ${day}` })).toContainText('Patient Co waits')
  await releaseSlot(tester, { commandId: randomUUID(), id: slot.id, reason: '' })
  await page.reload()
  await expect(page.getByRole('region', { name: 'What needs you' })).toContainText('that somebody waits for')
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Book for Patient Co, who waits for it/ }).click()
  await page.getByRole('button', { name: 'Book', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Patient Co', exact: true })).toBeVisible()
  await expect(page.getByRole('list', { name: `Waiting for ${day}` })).toBeHidden()
})
