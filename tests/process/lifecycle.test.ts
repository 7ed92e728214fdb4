import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort, launch, type Program, processesOf, removeInstallation } from './program'

let dataDir: string
let port: number
let env: Record<string, string>
let program: Program

const get = (path: string) => fetch(`http://localhost:${port}${path}`)
const start = () => {
  program = launch(['start'], { env })
  return program
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'gleaner-life-'))
  // Where the database's user can go; a closed folder is tried in clones.test.ts.
  chmodSync(dataDir, 0o711)
  port = await freePort()
  env = { DATA_DIR: dataDir, PORT: String(port) }
})
afterAll(() => removeInstallation(dataDir))

const postmasterPid = () => readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]

const postmasterRuns = () => existsSync(join(dataDir, 'postgres/data/postmaster.pid'))

/** How many programs want each core: a machine that does other things as well may take that much longer. */
const crowd = () => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())

/** Neither a process nor a file that says that one runs. */
function expectNothingLeft() {
  expect(processesOf(dataDir)).toEqual([])
  expect(postmasterRuns()).toBe(false)
  expect(readdirSync(dataDir).filter((name) => /lock|pid|\.new-/.test(name))).toEqual([])
}

// In this order: one life of one installation.
describe('npm start', () => {
  it('ended by SIGTERM while its first start makes the database leaves nothing', async () => {
    start()
    await expect.poll(postmasterRuns, { timeout: 120_000, interval: 20 }).toBe(true)
    program.npm.kill('SIGTERM')
    await program.ended()
    expect(program.output()).not.toContain('ready http')
    expectNothingLeft()
  })

  it('starts and says where', async () => {
    await start().ready()
    const lines = program.output().trim().split('\n')
    expect(lines.at(-1)).toBe(`ready http://localhost:${port}`)
    expect(program.output()).toContain(`http://localhost:${port}/admin`)
    expect((await get('/api/ready')).status).toBe(200)
    expect((await get('/')).status).toBe(200)
  })

  it('keeps secrets to its user', () => {
    const secret = statSync(join(dataDir, 'secrets/sessions'))
    expect(secret.mode & 0o077).toBe(0)
    expect(statSync(join(dataDir, 'postgres/password')).mode & 0o077).toBe(0)
  })

  it('lets a command work beside it, and goes on', async () => {
    const command = launch(['run', 'sign-in-link', '--', 'curator@demo.example'], { env })
    expect(await command.ended()).toBe(0)
    expect(command.output()).toMatch(new RegExp(`^http://localhost:${port}/\\S+\n$`))
    expect((await get('/api/ready')).status).toBe(200)
  })

  it('ends with SIGTERM to npm, and leaves nothing', async () => {
    program.npm.kill('SIGTERM')
    await program.ended()
    expectNothingLeft()
  })

  it('lets a command work alone, and leaves nothing', async () => {
    const command = launch(['run', 'sign-in-link', '--', 'nobody@demo.example'], { env })
    expect(await command.ended()).toBe(1)
    expect(command.errors()).toContain('Nobody here has the address nobody@demo.example')
    expectNothingLeft()
  })

  it('starts a second time in a few seconds, with its data', async () => {
    expect(await start().ready()).toBeLessThan(6 * crowd())
    const command = launch(['run', 'sign-in-link', '--', 'curator@demo.example'], { env })
    expect(await command.ended()).toBe(0)
  })

  it('recovers from kill -9 of itself', async () => {
    const server = processesOf(dataDir).find((line) => line.includes('scripts/start.mjs'))
    process.kill(Number(server?.split(' ')[0]), 'SIGKILL')
    await program.ended()
    await start().ready()
    expect((await get('/api/ready')).status).toBe(200)
  })

  it('recovers from kill -9 of everything, its database too', async () => {
    const pids = processesOf(dataDir).map((line) => line.split(' ')[0] ?? '')
    execFileSync('kill', ['-9', ...pids])
    await program.ended()
    await start().ready()
    expect((await get('/api/ready')).status).toBe(200)
  })

  it('starts its database again when that dies', async () => {
    const before = postmasterPid()
    process.kill(Number(before), 'SIGKILL')
    await expect.poll(postmasterPid, { timeout: 30_000 }).not.toBe(before)
    await expect.poll(async () => (await get('/api/ready')).status, { timeout: 30_000 }).toBe(200)
  })

  it('ends with Ctrl-C, which reaches npm and itself', async () => {
    const server = processesOf(dataDir).find((line) => line.includes('scripts/start.mjs'))
    process.kill(Number(server?.split(' ')[0]), 'SIGINT')
    program.npm.kill('SIGINT')
    await program.ended()
    expectNothingLeft()
  })
})
