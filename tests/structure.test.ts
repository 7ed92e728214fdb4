import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.(ts|tsx|mjs|js|css|prisma)$/.test(path))

const LONGEST = 300

describe('the tree', () => {
  it('has files to look at', () => expect(files.length).toBeGreaterThan(50))

  it('has no room for odds and ends', () => {
    const odds = /(^|\/)(utils?|helpers?|misc|common|index)(\/|\.|$)/
    expect(files.filter((path) => odds.test(path))).toEqual([])
  })

  it(`has no file of more than ${LONGEST} lines`, () => {
    const long = files.filter((path) => readFileSync(path, 'utf8').split('\n').length - 1 > LONGEST)
    expect(long).toEqual([])
  })

  it('names files in kebab-case', () => {
    const odd = files.filter((path) => !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(basename(path)))
    expect(odd).toEqual([])
  })

  it('asks isUrl, not the platform, whether an address can be read', () => {
    const asks = new RegExp(`URL\\.${'can'}Parse\\(`)
    expect(files.filter((path) => asks.test(readFileSync(path, 'utf8')))).toEqual([])
  })

  it('has no type or rule switched off', () => {
    const off = new RegExp(['@ts-', 'biome-'].map((word) => `${word}ignore`).join('|'))
    expect(files.filter((path) => off.test(readFileSync(path, 'utf8')))).toEqual([])
  })
})
