import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { reachableFrom, sourcesIn } from './imports'

const read = (file: string) => readFileSync(file, 'utf8')
const handlersOf = (file: string) =>
  [...read(file).matchAll(/^export (?:async )?(?:const|function) (\w+)(.*)$/gm)].map((match) => ({
    file,
    method: match[1] ?? '',
    made: /^ = (\w+)(?:<.*>)?\(/.exec(match[2] ?? '')?.[1] ?? 'by hand',
  }))

const api = sourcesIn('app/api').filter((file) => file.endsWith('/route.ts'))
const handlers = api.flatMap(handlersOf)
const reading = ['GET', 'HEAD']

/** GitHub and Google send a browser here; it takes nothing but what they signed, and is tried by itself. */
const byHand = ['app/api/auth/[...nextauth]/route.ts']
/** What somebody without a session may send. */
const forGuests = [
  'app/api/sign-in/confirm/route.ts',
  'app/api/sign-in/provider/route.ts',
  'app/api/sign-in/route.ts',
  // Ends a session where there is one.
  'app/api/sign-out/route.ts',
  'app/api/sponsor-requests/route.ts',
  'app/api/suggestions/route.ts',
]

describe('the handlers under /api', () => {
  it('are there to look at', () => expect(handlers.length).toBeGreaterThan(30))

  it('are all made by a wrapper that asks for origin, session and shape', () => {
    const other = handlers.filter(({ file, made }) => made === 'by hand' && !byHand.includes(file))
    expect(other).toEqual([])
  })

  it('that write are made by the wrapper for writes', () => {
    const unsafe = handlers.filter(
      ({ method, made }) =>
        !reading.includes(method) &&
        made !== 'preflight' &&
        !['writeRoute', 'guestRoute', 'contactRoute', 'tokenRoute', 'textRoute'].includes(made),
    )
    expect(unsafe).toEqual([])
  })

  it('that read change nothing', () => {
    const wrong = handlers.filter(
      ({ file, method, made }) =>
        reading.includes(method) &&
        !['readRoute', 'fileRoute', 'secretRoute', 'openRoute', 'textRoute'].includes(made) &&
        !byHand.includes(file),
    )
    expect(wrong).toEqual([])
  })

  it('let programs in by a token to capture, at the inbox’s secret addresses, and to a draft’s text alone', () => {
    const byToken = handlers.filter(({ made }) =>
      ['tokenRoute', 'secretRoute', 'openRoute', 'textRoute'].includes(made),
    )
    expect([...new Set(byToken.map(({ file }) => file))]).toEqual([
      'app/api/capture/route.ts',
      'app/api/inbox/[token]/[file]/route.ts',
      'app/api/issues/[issueId]/draft.md/route.ts',
      'app/api/openapi.json/route.ts',
    ])
  })

  it('let contacts of sponsors in below /api/portal alone', () => {
    const contacts = handlers.filter(({ made }) => made === 'contactRoute').map(({ file }) => file)
    expect(contacts.length).toBeGreaterThan(3)
    expect(contacts.filter((file) => !file.startsWith('app/api/portal/'))).toEqual([])
    const portal = handlers.filter(({ file }) => file.startsWith('app/api/portal/'))
    expect(portal.filter(({ made }) => made !== 'contactRoute')).toEqual([])
  })

  it('let guests in at the addresses of signing in and out, of the storefront and of suggestions alone', () => {
    expect(handlers.filter(({ made }) => made === 'guestRoute').map(({ file }) => file)).toEqual(forGuests)
  })
})

describe('what readers get', () => {
  const files = sourcesIn('server/reader')

  it('is made without Next, and of nothing of whoever asks', () => {
    expect(files.length).toBeGreaterThan(20)
    const asking = files.filter((file) => /from '(?:next|next-auth)[/']|from 'node:http'/.test(read(file)))
    expect(asking).toEqual([])
  })

  it('comes from the archive: no way leads from its pages to a draft or a command', () => {
    // What comes next is told by dates alone: upcoming-date.ts reads of an issue when it is due and its state.
    const drafts =
      /^lib\/(issues|publishing|transfer|accounts)\/(?!schema|rules|policy|upcoming-date)|\/commands\//
    expect(reachableFrom(files).has('lib/archive/queries.ts')).toBe(true)
    const ways = [...reachableFrom(files)].filter(([file]) => drafts.test(file)).map(([, way]) => way)
    expect(ways).toEqual([])
  })

  it('does not run in the browser', () => {
    const client = [...reachableFrom(files).keys()].filter((file) => /^['"]use client['"]/m.test(read(file)))
    expect(client).toEqual([])
  })
})

describe('the way in for a change', () => {
  it('is never a server action: those compare a Host that anybody may send', () => {
    const sources = ['app', 'components', 'lib'].flatMap(sourcesIn)
    expect(sources.filter((file) => /^\s*['"]use server['"]/m.test(read(file)))).toEqual([])
  })
})
