import { describe, expect, test } from 'vitest'
import { isBelievable, isSameThing } from './canonical'

describe('what a page names as its own address is believed', () => {
  test.each([
    ['another form of its own', 'https://m.a.example/why-tides-turn?x=1', 'https://a.example/why-tides-turn'],
    ['an address with a name', 'https://a.example/index.php?id=7', 'https://a.example/why-tides-turn'],
    [
      'where a copy came from',
      'https://b.example/@ada/why-tides-turn-4f2a',
      'https://ada.example/2026/why-tides-turn',
    ],
    ['a front page’s', 'https://www.a.example/?utm_source=x', 'https://a.example/'],
    ['the page that another form of it stands below', 'https://a.example/why/print', 'https://a.example/why'],
  ])('%s', (_what, from, canonical) => expect(isBelievable(from, canonical)).toBe(true))
  test.each([
    ['the front page', 'https://a.example/why', 'https://a.example/'],
    ['the front page in a language', 'https://a.example/why', 'https://a.example/en/'],
    ['another site’s front page', 'https://a.example/why', 'https://b.example/'],
    ['the list around it', 'https://status.a.example/incidents/941', 'https://status.a.example/incidents'],
    ['one without what tells it apart', 'https://a.example/item.php?id=941', 'https://a.example/item.php'],
    ['a door', 'https://a.example/why', 'https://a.example/login'],
    ['something else on another site', 'https://a.example/why-tides-turn', 'https://b.example/buy-our-boats'],
  ])('but not %s', (_what, from, canonical) => expect(isBelievable(from, canonical)).toBe(false))
})

test.each([
  ['https://s.example/x1', 'https://a.example/why-tides-turn', true],
  ['https://a.example/', 'https://www.a.example/', true],
  ['https://a.example/why', 'https://a.example/', false],
  ['https://a.example/why', 'https://accounts.a.example/signin?next=why', false],
  ['https://a.example/why', 'https://a.example/consent/why', false],
  ['https://a.example/blog/2015/why', 'https://a.example/blog', false],
  ['https://old.example/blog/2015/why', 'https://new.example/blog/', false],
  ['https://a.example/why-tides-turn', 'https://a.example/news', false],
  ['https://a.example/blog', 'https://www.a.example/news', true],
  ['https://a.example/blog/why', 'https://a.example/blog?id=941', true],
  ['https://a.example/why/index.php', 'https://a.example/why', true],
  ['https://a.example/post/150123456/why-tides-turn', 'https://a.example/post/150123456', true],
  ['https://a.example/2015/why-tides-turn', 'https://a.example/2015', false],
  ['https://a.example/why', 'https://a.example/?gone=1', false],
  ['https://a.example/why', 'https://a.example/?p=941', false],
  ['https://a.example/?p=941', 'https://a.example/', false],
  ['https://a.example/item.php?id=941', 'https://a.example/item.php', false],
])('a redirect from %s to %s: one thing is %s', (from, to, same) => {
  expect(isSameThing(from, to)).toBe(same)
})
