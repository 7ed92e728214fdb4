import { expect, test } from 'vitest'
import { reportCsv } from './csv'
import type { Report } from './schema'

const report: Report = {
  slotId: 's',
  state: 'RAN',
  company: '=cmd, Inc.',
  placement: 'Top',
  issue: { number: 37, title: 'Issue #37', date: '2027-03-07', url: 'https://x.example/i', withdrawn: false },
  ranAt: '2027-03-07T12:00:00.000Z',
  age: 2,
  copies: [],
  counts: true,
  clicks: { raw: 6, verified: 3, excluded: [] },
  links: [
    { url: 'https://a.example/?x=1,2', clicks: { raw: 6, verified: 3, excluded: [] } },
    { url: 'https://b.example', clicks: { raw: 0, verified: 0, excluded: [] } },
  ],
  days: [],
  rows: [
    { url: 'https://a.example/?x=1,2', day: '2027-03-08', kind: 'verified', count: 1 },
    { url: 'https://a.example/?x=1,2', day: '2027-03-07', kind: 'verified', count: 2 },
    { url: 'https://a.example/?x=1,2', day: '2027-03-07', kind: 'bot', count: 3 },
  ],
  comparison: { kind: 'none' },
  purchaseOrder: '-4711',
  invoice: '',
  snapshots: [],
}

test('has a line for each link and day, with inert texts', () => {
  const facts = `"'=cmd, Inc.",Top,37,Issue #37,2027-03-07,https://x.example/i,'-4711,,,`
  expect(reportCsv(report).split('\r\n')).toEqual([
    'company,placement,issue,title,date,address,purchase order,invoice,edition,edition hash,link,day (UTC),raw,verified,prefetch,head,bot,burst,repeat',
    `${facts},"https://a.example/?x=1,2",2027-03-07,5,2,0,0,3,0,0`,
    `${facts},"https://a.example/?x=1,2",2027-03-08,1,1,0,0,0,0,0`,
    `${facts},https://b.example,,0,0,0,0,0,0,0`,
    '',
  ])
})
