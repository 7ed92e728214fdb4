import { beforeEach, expect, test } from 'vitest'
import { db, transaction } from '@/lib/db/db'
import { canonicalLink } from '@/lib/links/rules'
import { testDatabase } from '@/lib/testing/test-database'
import { aliasLinks } from './alias-links'
import { keepLinks } from './keep-links'

const database = testDatabase()
beforeEach(() => database.empty())

const links = (...addresses: string[]) =>
  addresses.flatMap((address) => canonicalLink(`https://${address}`) ?? [])
const keep = (...addresses: string[]) => transaction((tx) => keepLinks(tx, links(...addresses)))

test('each link has one row, made when it is first met', async () => {
  const first = await keep('a.example/1', 'www.b.example/2', 'a.example/1?utm_source=x')
  expect(first.size).toBe(2)
  const second = await keep('c.example/3', 'a.example/1')
  const [shared] = links('a.example/1')
  expect(second.get(shared?.canonical ?? '')).toBe(first.get(shared?.canonical ?? ''))
  const rows = await db().link.findMany({ select: { host: true, site: true }, orderBy: { host: 'asc' } })
  expect(rows).toEqual(
    links('a.example/1', 'b.example/2', 'c.example/3').map(({ host, site }) => ({ host, site })),
  )
  expect(await keep()).toEqual(new Map())
})

test('of an address known to lead to the same as another it is that other’s', async () => {
  const [from, to] = links('short.example/x', 'long.example/article')
  if (!from || !to) throw new Error('No links')
  await transaction((tx) => aliasLinks(tx, [from], to))
  const kept = await keep('short.example/x', 'long.example/article')
  expect(kept.get(from.canonical)).toBe(kept.get(to.canonical))
  expect(await db().link.count()).toBe(1)
})

test('two who meet the same new links at once have the same rows', async () => {
  const addresses = Array.from({ length: 20 }, (_, index) => `a.example/${index}`)
  const [one, other] = await Promise.all([keep(...addresses), keep(...[...addresses].reverse())])
  expect([...(one ?? [])].sort()).toEqual([...(other ?? [])].sort())
  expect(await db().link.count()).toBe(20)
})
