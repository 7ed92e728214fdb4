import { expect, test } from 'vitest'
import { fillSponsorLine, fillTemplate, previewTemplates, slugFromTemplate, templateProblem } from './rules'

const values = { publication: 'Tide & Table', number: 42, date: '2026-03-01', title: 'Tide #42' }

test('a template is filled with what it names', () => {
  expect(fillTemplate('{publication} Issue #{number} ({date})', values)).toBe(
    'Tide & Table Issue #42 (2026-03-01)',
  )
})
test('an unknown variable and a stray brace are told', () => {
  expect(templateProblem('{nummer}', ['number'])).toContain('{nummer}')
  expect(templateProblem('#{number', ['number'])).toContain('brace')
  expect(templateProblem('  ', ['number'])).toContain('empty')
  expect(templateProblem('#{number}', ['number'])).toBeNull()
})
test('a slug is small letters, digits and hyphens, and never empty', () => {
  expect(slugFromTemplate('{publication} Issue #{number}', values)).toBe('tide-and-table-issue-42')
  expect(slugFromTemplate('日本', values)).toMatch(/^[a-z0-9-]+$/)
})
test('the next issue is shown as the templates would make it', () => {
  const settings = {
    name: 'Tide',
    titleTemplate: '{publication} #{number}',
    slugTemplate: '{title}',
    subjectTemplate: '{title}, {date}',
  }
  expect(previewTemplates(settings, { number: 7, date: '2026-03-01' })).toEqual({
    title: 'Tide #7',
    slug: 'tide-7',
    subject: 'Tide #7, 2026-03-01',
  })
})
test('a sponsor’s name with a dollar sign stays as it is', () => {
  expect(fillSponsorLine('From {name}', '$& Sons')).toBe('From $& Sons')
})
