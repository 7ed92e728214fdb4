import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { isRunning } from './is-running'

const waits = ['-e', 'process.stdin.resume()', 'this-program']
const other = spawn(process.execPath, waits, { stdio: ['pipe', 'ignore', 'ignore'] })
const number = other.pid ?? 0
afterAll(() => void other.kill())

describe('isRunning', () => {
  it('finds a process by its number and its program', () => {
    expect(isRunning(number, 'this-program')).toBe(true)
  })

  it('takes no other program that has the number by now for it, where the system tells them apart', () => {
    expect(isRunning(number, 'that-program')).toBe(!existsSync('/proc/self/cmdline'))
  })

  it('knows who has ended', () => {
    expect(isRunning(spawnSync(process.execPath, ['-e', '0']).pid, 'node')).toBe(false)
  })
})
