import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { EventStream } from './event-stream'

/** A browser that takes nothing more while `full`. */
class SlowBrowser extends EventEmitter {
  full = false
  readonly written: string[] = []
  write(text: string): boolean {
    this.written.push(text)
    return !this.full
  }
  asResponse(): ServerResponse {
    return this as unknown as ServerResponse
  }
}

test('what a slow browser missed is told at once when it takes something again', () => {
  const browser = new SlowBrowser()
  const stream = new EventStream(browser.asResponse())
  browser.full = true
  stream.sendChanges({ a: 1 })
  for (let version = 2; version < 500; version += 1) stream.sendChanges({ a: version })
  stream.sendPeople([{ userId: 'b', name: 'Bob', at: null }])
  stream.sendPeople([])
  expect(browser.written).toHaveLength(1)
  browser.full = false
  browser.emit('drain')
  expect(browser.written.slice(1)).toEqual([
    'event: changes\ndata: {"rows":null}\n\n',
    'event: people\ndata: []\n\n',
  ])
})
test('who is there is told when it changes', () => {
  const browser = new SlowBrowser()
  const stream = new EventStream(browser.asResponse())
  for (const at of [null, null, 'x', 'x']) stream.sendPeople([{ userId: 'b', name: 'Bob', at }])
  expect(browser.written).toHaveLength(2)
})
