import { expect, it } from 'vitest'
import { makeItem } from '@/lib/testing/drafts'
import { buildItem } from './rules'

it('makes the same item of a document while the draft’s item is the same, and another one of a changed item', () => {
  const item = makeItem({ headline: ' Tides ', url: ' ' })
  const built = buildItem(item)
  expect(built).toMatchObject({ headline: 'Tides', url: null })
  expect(buildItem(item)).toBe(built)
  expect(buildItem({ ...item, headline: 'Waves' })).toMatchObject({ headline: 'Waves' })
})
