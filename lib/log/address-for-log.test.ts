import { expect, it } from 'vitest'
import { addressForLog } from './address-for-log'

it('has no token of a link that lets somebody in', () => {
  expect(addressForLog('/sponsor/open/secret?next=/sponsor/slots/1')).toBe('/sponsor/open/…')
  expect(addressForLog('/sponsor/open/secret/')).toBe('/sponsor/open/…')
  expect(addressForLog('/api/inbox/secret/feed.xml')).toBe('/api/inbox/…')
  expect(addressForLog('/suggest/secret')).toBe('/suggest/…')
  expect(addressForLog('/suggest?kept=1')).toBe('/suggest')
  expect(addressForLog('/sign-in/confirm?token=secret&next=/admin')).toBe('/sign-in/confirm')
  expect(addressForLog('/sponsor/slots/1?view=dark')).toBe('/sponsor/slots/1')
  expect(addressForLog(undefined)).toBe('')
})
