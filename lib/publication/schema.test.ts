import { describe, expect, test } from 'vitest'
import { saveSettingsSchema } from './schema'

const commandId = '0191f0c0-0000-7000-8000-000000000000'
function judge(fields: object) {
  const parsed = saveSettingsSchema.safeParse({ commandId, version: 0, fields })
  return parsed.success ? parsed.data.fields : parsed.error.issues.map((issue) => issue.message).join(' ')
}

describe('settings are refused with a reason', () => {
  test.each([
    [{ name: '  ' }, 'needs a name'],
    [{ lang: 'english please' }, 'tag such as en'],
    [{ zone: 'Mars/Olympus' }, 'no such time zone'],
    [{ zone: '+02:00' }, 'no such time zone'],
    [{ sendTime: '24:00' }, 'hours and minutes'],
    [{ weekday: 0 }, 'Choose a day'],
    [{ titleTemplate: '{title}' }, 'no variable {title}'],
    [{ slugTemplate: '' }, 'can’t be empty'],
    [{ subjectTemplate: '#{number' }, 'brace'],
    [{ sponsorLine: 'Our sponsor' }, '{name}'],
    [{ sponsorLine: '{name} {date}' }, 'no variable {date}'],
    [{ accentLight: 'red' }, 'six digits'],
    [{ employerNames: [' '] }, 'can’t be empty'],
    [{ exemptHosts: ['example'] }, '“example” is no host'],
    [{ exemptHosts: ['https://example.org/jobs'] }, 'Leave out what stands behind'],
    [{ exemptHosts: ['127.0.0.1'] }, 'no host'],
    [{ exemptHosts: ['square space.com'] }, 'no host'],
    [{ footer: 'x'.repeat(65 * 1024) }, '64 KB'],
    [{ generation: 7 }, 'generation'],
  ])('%o', (fields, message) => {
    expect(judge(fields)).toContain(message)
  })
})
test('what is given is tidied, and only what is given comes through', () => {
  expect(
    judge({
      name: ' SRE\n Weekly ',
      lang: 'pt-br',
      accentDark: '#F2A36F',
      sponsorNames: ['Acme', 'Acme '],
      exemptHosts: ['https://www.Example.org/', 'example.org', 'bücher.example', 'a.b.example.'],
      sectionTemplates: [{ title: '  ', layout: 'list' }],
    }),
  ).toEqual({
    name: 'SRE Weekly',
    lang: 'pt-BR',
    accentDark: '#f2a36f',
    sponsorNames: ['Acme'],
    exemptHosts: ['example.org', 'xn--bcher-kva.example', 'a.b.example'],
    sectionTemplates: [{ title: null, layout: 'list', starts: true }],
  })
})
