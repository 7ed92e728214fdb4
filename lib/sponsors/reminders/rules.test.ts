import { describe, expect, it } from 'vitest'
import { dueReminder } from './rules'

const slot = { deadline: '2026-12-03', reminderDays: [7, 2, 0], bookedOn: '2026-10-01' }
const on = (today: string, fields: Partial<typeof slot> = {}) => dueReminder({ ...slot, ...fields }, today)
const reminder = (day: string) => ({ kind: 'REMINDER', day })
const overdue = (day: string) => ({ kind: 'OVERDUE', day })

describe('a reminder', () => {
  it('is due on each of the placement’s days', () => {
    expect(on('2026-11-25')).toBeNull()
    expect(on('2026-11-26')).toEqual(reminder('2026-11-26'))
    expect(on('2026-12-01')).toEqual(reminder('2026-12-01'))
    expect(on('2026-12-03')).toEqual(reminder('2026-12-03'))
  })

  it('that was missed is made up for, and of several the latest alone', () => {
    expect(on('2026-11-28')).toEqual(reminder('2026-11-26'))
    expect(on('2026-12-02')).toEqual(reminder('2026-12-01'))
  })

  it('is not sent of days up to the booking, which has a mail of its own', () => {
    expect(on('2026-11-28', { bookedOn: '2026-11-26' })).toBeNull()
    expect(on('2026-11-28', { bookedOn: '2026-11-25' })).toEqual(reminder('2026-11-26'))
    expect(on('2026-12-01', { bookedOn: '2026-11-30' })).toEqual(reminder('2026-12-01'))
  })

  it('is never sent where the placement has none, until it is overdue', () => {
    expect(on('2026-12-03', { reminderDays: [] })).toBeNull()
    expect(on('2026-12-04', { reminderDays: [] })).toEqual(overdue('2026-12-04'))
  })
})

describe('the word that copy is overdue', () => {
  it('belongs to the day after the deadline, whenever it is sent', () => {
    expect(on('2026-12-04')).toEqual(overdue('2026-12-04'))
    expect(on('2026-12-09')).toEqual(overdue('2026-12-04'))
  })

  it('waits a day where the booking itself came after the deadline', () => {
    expect(on('2026-12-05', { bookedOn: '2026-12-05' })).toBeNull()
    expect(on('2026-12-06', { bookedOn: '2026-12-05' })).toEqual(overdue('2026-12-06'))
  })
})
