import { expect, test } from 'vitest'
import type { Settings } from '@/lib/publication/schema'
import {
  afterConflict,
  afterSave,
  changedFields,
  fieldsToSave,
  isAbout,
  problemsOf,
  settleConflict,
} from './form-rules'

const base: Settings = {
  name: 'Tide',
  tagline: '',
  lang: 'en',
  dir: 'ltr',
  zone: 'UTC',
  cadence: 'WEEKLY',
  weekday: 7,
  sendTime: '20:00',
  titleTemplate: '#{number}',
  slugTemplate: '{number}',
  subjectTemplate: '{title}',
  sectionTemplates: [{ title: 'Articles', layout: 'articles', starts: true }],
  sponsorLine: 'From {name}',
  countsClicks: true,
  keepsExclusive: false,
  keepsWaitlist: false,
  footer: '',
  employerNames: [],
  sponsorNames: [],
  exemptHosts: [],
  blockingFindings: [],
  accentLight: null,
  accentDark: null,
  suggestionsOpen: false,
  storefrontOpen: false,
  storefrontText: '',
  storefrontFacts: [],
  snippets: [],
  suggestsTopics: false,
  holdDays: 5,
}
const state = (draft: Partial<Settings> = {}) => ({
  version: 3,
  base,
  draft: { ...base, ...draft },
  conflicts: {},
})

test('only what differs is sent', () => {
  expect(changedFields(state({ name: 'Tide Table', weekday: 7 }))).toEqual({ name: 'Tide Table' })
  expect(
    changedFields(state({ sectionTemplates: [{ title: 'Articles', layout: 'articles', starts: true }] })),
  ).toEqual({})
})
test('after a save the form holds what the server made of it, and what others saved', () => {
  const before = state({ name: ' Tide  Table' })
  const after = afterSave(before, { name: ' Tide  Table' }, { version: 4, unseen: { footer: 'theirs' } })
  expect(after.draft).toMatchObject({ name: 'Tide Table', footer: 'theirs' })
  expect(changedFields(after)).toEqual({})
})
test('what was typed while the save was under way stays, unsaved', () => {
  const after = afterSave(state({ name: 'Tide Tables' }), { name: 'Tide' }, { version: 4, unseen: {} })
  expect(changedFields(after)).toEqual({ name: 'Tide Tables' })
})
test('a conflict keeps mine, tells theirs, and holds only that field back until it is settled', () => {
  const before = state({ tagline: 'mine', name: 'New' })
  const detail = { version: 5, conflicts: { tagline: { yours: 'mine', theirs: 'theirs' } }, unseen: {} }
  const after = afterConflict(before, detail)
  expect(after.draft.tagline).toBe('mine')
  expect(fieldsToSave(after)).toEqual({ name: 'New' })
  expect(fieldsToSave(settleConflict(after, 'tagline', 'mine'))).toEqual({ name: 'New', tagline: 'mine' })
  const yielded = settleConflict(after, 'tagline', 'theirs')
  expect(yielded.draft.tagline).toBe('theirs')
  expect(fieldsToSave(yielded)).toEqual({ name: 'New' })
})
test('a problem is told at its field', () => {
  expect(problemsOf({ titleTemplate: '{nummer}', tagline: 'fine' })).toEqual({
    titleTemplate: { message: expect.stringContaining('{nummer}'), at: [] },
  })
})
test('a problem in a list is told at its row, one of the whole list at all of them', () => {
  const thanks = { name: 'thanks', text: 'Thanks.' }
  const { snippets: one } = problemsOf({ snippets: [thanks, { name: 'two words', text: 'A.' }] })
  const places = [
    [0, 'name'],
    [1, 'name'],
    [1, 'text'],
  ]
  expect(places.map((place) => one && isAbout(one, place))).toEqual([false, true, false])
  const { snippets: all } = problemsOf({ snippets: [thanks, thanks] })
  expect(places.map((place) => all && isAbout(all, place))).toEqual([true, true, true])
})
