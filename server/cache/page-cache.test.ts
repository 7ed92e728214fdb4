import { randomBytes } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ReaderState } from '@/lib/publication/reader-state'
import type { Ask, Kept, Outcome } from './kept'
import { PageCache } from './page-cache'
import { Standing } from './standing'

const pages = { keep: { room: 'pages', fresh: 60 } } as const
const searches = { keep: { room: 'searches', fresh: 60 } } as const
const live = { keep: { room: 'pages', fresh: 0 } } as const

let standing: Standing
let hears: boolean
let loads: string[]
/** What the next load does instead of answering. */
let trouble: (() => Promise<Outcome>) | null

beforeEach(() => {
  standing = new Standing()
  publish(1)
  hears = true
  loads = []
  trouble = null
})

function publish(generation: number, more: Partial<ReaderState> = {}, asked = 0): void {
  const name = { name: 'Tide Table', lang: 'en', dir: 'ltr' } as const
  standing.take({ generation, shownFrom: 0, storefrontOpen: true, withdrawn: [], ...name, ...more }, asked)
}

const openCache = (bytes = 1_000_000) => new PageCache(standing, bytes, () => hears)

function askFor(address: string, route: Ask['route'] = pages, body = Buffer.from(`${address} `)): Ask {
  // A cache of an earlier test may still make its pages anew.
  const own = loads
  const load = async (): Promise<Outcome> => {
    own.push(address)
    if (trouble) return trouble()
    const text = Buffer.concat([body, Buffer.from(String(standing.known.generation))])
    return {
      found: 'answer',
      answer: { status: 200, type: 'text/html', body: text, headers: {}, etag: '"a"' },
    }
  }
  return { address, route, load }
}

async function bodyOf(cache: PageCache, ask: Ask): Promise<string> {
  const asked = await cache.ask(ask)
  return asked.found === 'kept' ? String(asked.kept.plain.body) : asked.found
}

const fails = async () => {
  throw new Error('The database is away')
}

describe('what is kept', () => {
  it('is answered at once until something is published, and then made anew', async () => {
    const cache = openCache()
    expect(cache.atOnce('/a')).toBeUndefined()
    await cache.ask(askFor('/a'))
    expect(String(cache.atOnce('/a')?.plain.body)).toBe('/a 1')
    publish(2)
    expect(cache.atOnce('/a')).toBeUndefined()
    expect(await bodyOf(cache, askFor('/a'))).toBe('/a 2')
    expect(loads).toEqual(['/a', '/a'])
  })

  it('is not what was begun before something was published', async () => {
    const cache = openCache()
    trouble = async () => {
      publish(2)
      return {
        found: 'answer',
        answer: { status: 200, type: 'text/html', body: Buffer.from('old'), headers: {} },
      }
    }
    await cache.ask(askFor('/a'))
    trouble = null
    expect(cache.atOnce('/a')).toBeUndefined()
    expect(await bodyOf(cache, askFor('/a'))).toBe('/a 2')
  })

  it('is nothing that changes without a publication, and nothing that nobody may keep', async () => {
    const cache = openCache()
    await cache.ask(askFor('/live', live))
    await cache.ask(askFor('/private', {}))
    expect([cache.atOnce('/live'), cache.atOnce('/private')]).toEqual([undefined, undefined])
    expect(cache.held.entries).toBe(1)
    await cache.ask(askFor('/live', live))
    expect(loads).toEqual(['/live', '/private', '/live'])
  })

  it.each(['nothing', 'gone', 'busy'] as const)('is no answer “%s”', async (found) => {
    const cache = openCache()
    trouble = async () => ({ found })
    expect(await bodyOf(cache, askFor('/a'))).toBe(found)
    expect(cache.held.entries).toBe(0)
  })

  it('is where an old address leads', async () => {
    const cache = openCache()
    const answer = {
      status: 301,
      type: 'text/plain',
      body: Buffer.from('Moved'),
      headers: { Location: '/b' },
    } as const
    await cache.ask({ address: '/a', route: null, load: async () => ({ found: 'answer', answer }) })
    expect(cache.atOnce('/a')?.plain.headers).toContain('/b')
  })

  it('is forgotten when the database is put back to an earlier day', async () => {
    const cache = openCache()
    publish(8)
    await cache.ask(askFor('/a'))
    publish(3, {}, 8)
    expect([standing.known.generation, cache.held.entries]).toEqual([3, 0])
  })
})

describe('memory', () => {
  it('is bounded in bytes, and searches push out no page', async () => {
    const cache = openCache(400_000)
    const body = randomBytes(10_000)
    await cache.ask(askFor('/page', pages, body))
    for (let index = 0; index < 200; index += 1) await cache.ask(askFor(`/search?q=${index}`, searches, body))
    expect(cache.held.bytes).toBeLessThanOrEqual(400_000)
    expect([cache.atOnce('/page') !== undefined, cache.atOnce('/search?q=0')]).toEqual([true, undefined])
    expect(cache.atOnce('/search?q=199')).toBeDefined()
    for (let index = 0; index < 200; index += 1) await cache.ask(askFor(`/${index}`, pages, body))
    expect(cache.held.bytes).toBeLessThanOrEqual(400_000)
    expect(cache.atOnce('/page')).toBeUndefined()
  })

  it('counts the packed forms too', async () => {
    const cache = openCache()
    const kept = await keep(cache)
    const before = cache.held.bytes
    const packed = await new Promise<Kept>((done) => cache.pack(kept, 'br', done))
    expect(cache.held.bytes - before).toBe(packed.packed.br?.body.length)
  })
})

async function keep(cache: PageCache, text = 'text '.repeat(1_000)): Promise<Kept> {
  const asked = await cache.ask(askFor('/long', pages, Buffer.from(text)))
  if (asked.found !== 'kept') throw new Error(asked.found)
  return asked.kept
}

describe('packing', () => {
  it('is done once for all who wait, and kept', async () => {
    const cache = openCache()
    const kept = await keep(cache)
    const pack = (packing: 'br' | 'gzip') => new Promise<Kept>((done) => cache.pack(kept, packing, done))
    const [first, second, other] = await Promise.all([pack('br'), pack('br'), pack('gzip')])
    expect(first.packed.br).toBe(second.packed.br)
    expect(brotliDecompressSync(first.packed.br?.body ?? '')).toEqual(kept.plain.body)
    expect(gunzipSync(other.packed.gzip?.body ?? '')).toEqual(kept.plain.body)
    expect(Object.keys(cache.atOnce('/long')?.packed ?? {}).sort()).toEqual(['br', 'gzip'])
  })

  it('of what is old by now doesn’t come into the new', async () => {
    const cache = openCache()
    const old = await keep(cache)
    const packing = new Promise<Kept>((done) => cache.pack(old, 'br', done))
    publish(2)
    await keep(cache)
    expect((await packing).packed.br).toBeDefined()
    expect(cache.atOnce('/long')?.packed).toEqual({})
  })
})

describe('while pages can’t be made', () => {
  it('the old one is shown, and tried again only after a while', async () => {
    const cache = openCache()
    await cache.ask(askFor('/a'))
    trouble = fails
    publish(2)
    for (let times = 0; times < 20; times += 1) expect(await bodyOf(cache, askFor('/a'))).toBe('/a 1')
    // Once by itself when it was published, and once for the first who asked.
    expect(loads.length).toBeLessThanOrEqual(3)
  })

  it('what was never read fails', async () => {
    trouble = fails
    await expect(openCache().ask(askFor('/a'))).rejects.toThrow('away')
  })

  it('nobody waits for a database of which nothing is heard', async () => {
    const cache = openCache()
    await cache.ask(askFor('/a'))
    hears = false
    trouble = () => new Promise(() => undefined)
    publish(2)
    expect(await bodyOf(cache, askFor('/a'))).toBe('/a 1')
  })

  it('nobody waits long for one that says nothing', async () => {
    const cache = openCache()
    await cache.ask(askFor('/a'))
    trouble = () => new Promise(() => undefined)
    publish(2)
    for (let times = 0; times < 20; times += 1) expect(await bodyOf(cache, askFor('/a'))).toBe('/a 1')
  })

  it('nothing is shown that was withdrawn, or removed', async () => {
    const cache = openCache()
    await cache.ask(askFor('/issues/a'))
    await cache.ask(askFor('/issues/b'))
    trouble = fails
    publish(2, { withdrawn: ['a'] })
    await expect(cache.ask(askFor('/issues/a'))).rejects.toThrow('away')
    expect(await bodyOf(cache, askFor('/issues/b'))).toBe('/issues/b 1')
    publish(3, { shownFrom: 3 })
    await expect(cache.ask(askFor('/issues/b'))).rejects.toThrow('away')
  })
})

describe('when something is published', () => {
  it('the pages that were read last are made anew by themselves', async () => {
    const cache = openCache()
    for (const address of ['/a', '/b', '/c']) await cache.ask(askFor(address))
    publish(2)
    await expect.poll(() => cache.atOnce('/a') && cache.atOnce('/b') && cache.atOnce('/c')).toBeDefined()
    expect(loads.slice(3)).toEqual(['/c', '/b', '/a'])
  })

  it('whoever asks comes first, and what was made for them is not made again', async () => {
    const cache = openCache()
    for (const address of ['/a', '/b', '/c']) await cache.ask(askFor(address))
    publish(2)
    await new Promise((done) => setImmediate(done))
    expect(loads.slice(3)).toEqual([])
    await cache.ask(askFor('/b'))
    await expect.poll(() => cache.atOnce('/a') && cache.atOnce('/c')).toBeDefined()
    expect(loads.slice(3)).toEqual(['/b', '/c', '/a'])
  })

  it('pages that show what was withdrawn are made anew without a pause', async () => {
    const cache = openCache()
    for (const address of ['/issues/a', '/b']) await cache.ask(askFor(address))
    await cache.ask(askFor('/c', pages, Buffer.from('/issues/a ')))
    publish(2, { withdrawn: ['a'] })
    await new Promise((done) => setImmediate(done))
    expect(loads.slice(3)).toEqual(['/c', '/issues/a'])
  })
})
