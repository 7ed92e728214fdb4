import { expect, it } from 'vitest'
import { findSnippets, snippetCall } from './snippet-rules'

it('two slashes that begin a word call a snippet; those of an address don’t', () => {
  const call = (text: string) => snippetCall(text, text.length)
  expect(call('//')).toEqual({ from: 0, query: '' })
  expect(call('Fine. (//than')).toEqual({ from: 7, query: 'than' })
  expect(call('One\n//thänks-2')).toEqual({ from: 4, query: 'thänks-2' })
  for (const text of ['https://', 'see https://than', 'a//b', '// than', 'one / two', ''])
    expect(call(text)).toBe(null)
  expect(snippetCall('//thanks and more', 4)).toEqual({ from: 0, query: 'th' })
})

it('those whose names begin so come first, then those that say it', () => {
  const of = (name: string, text = '…') => ({ name, text })
  const all = [of('rethank'), of('thanks'), of('welcome', 'Thank you for coming.'), of('outage')]
  expect(findSnippets(all, 'thank').map(({ name }) => name)).toEqual(['thanks', 'rethank', 'welcome'])
  expect(findSnippets(all, '').map(({ name }) => name)).toEqual(['outage', 'rethank', 'thanks', 'welcome'])
})
