import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPageOf } from '@/lib/jobs/read-page-of'
import { makeCapture } from '@/lib/testing/captures'
import { makePublication, tester } from '@/lib/testing/issues'
import { type LocalSite, startSite } from '@/lib/testing/local-site'
import { testDatabase } from '@/lib/testing/test-database'
import { listCaptures } from './queries'
import { captureFilterSchema } from './schema'

const database = testDatabase()
let site: LocalSite

const article = `<title>Tides</title><meta property="og:site_name" content="The Tide Table">
  <meta property="article:published_time" content="2026-03-04T20:00:00Z"><p>${'Of the moon. '.repeat(40)}</p>`

beforeEach(async () => {
  await database.empty()
  await makePublication()
  site = await startSite((request, response) => {
    if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end()
    else if (request.url === '/tides') response.setHeader('content-type', 'text/html').end(article)
    else response.writeHead(404).end()
  })
})
afterEach(() => site.close())

test('the inbox says of each page what it is, or why readers may not reach it', async () => {
  const at = (path: string) => `http://acme.test:${site.port}${path}`
  for (const path of ['/tides#low', '/gone', '/loop', '/unread']) await makeCapture({ url: at(path) })
  for (const path of ['/tides#low', '/gone', '/loop'])
    await readPageOf({ address: at(path) }, { network: site.network, pauseMs: 0 })
  const { rows } = await listCaptures(tester, captureFilterSchema.parse({}))
  const page = (path: string) => rows.find(({ url }) => url === at(path))?.page
  expect(page('/tides#low')).toEqual({
    lookedAt: expect.any(String),
    outcome: 'OK',
    message: '',
    site: 'The Tide Table',
    date: '2026-03-04',
    wordCount: 120,
  })
  expect(page('/gone')).toMatchObject({ outcome: 'DEAD', message: expect.stringContaining('404') })
  expect(page('/loop')).toMatchObject({ outcome: 'UNSURE', message: expect.stringContaining('circles') })
  expect(page('/unread')).toBeNull()
})
