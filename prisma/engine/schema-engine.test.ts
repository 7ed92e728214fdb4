import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { urlOf } from '@/lib/testing/template-database'

const TRIGGER = `
CREATE FUNCTION "refuse"() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'no; never'; END; $$ LANGUAGE plpgsql;
CREATE TRIGGER "refuse" BEFORE DELETE ON "Thing" FOR EACH ROW EXECUTE FUNCTION "refuse"();
`
const schemaWith = (models: string) => `
generator client {
  provider = "prisma-client"
  output   = "./generated"
}

datasource db {
  provider = "postgresql"
}

${models}
`
const thing = 'model Thing {\n  id Int @id\n  name String\n}\n'
const other = 'model Other {\n  id Int @id\n}\n'

let project: string
let database: string
let url: string

/** `migrate dev` asks for a terminal; this says that there is one. */
const terminal = '--import=data:text/javascript,process.stdin.isTTY=true'

async function prisma(...args: string[]) {
  const cli = resolve('node_modules/prisma/build/index.js')
  const env = { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: '1', NODE_OPTIONS: terminal }
  for (const name of ['CI', 'CONTINUOUS_INTEGRATION', 'VITEST', 'TEST']) Reflect.deleteProperty(env, name)
  const run = promisify(execFile)(process.execPath, [cli, ...args], { cwd: project, env })
  return run.then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
  )
}

async function query(sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client.query(sql).finally(() => client.end())
}

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'gleaner-engine-'))
  database = `gleaner_engine_${process.pid}_${Date.now()}`
  url = urlOf(inject('serverUrl'), database)
  await mkdir(join(project, 'prisma/schema'), { recursive: true })
  await cp('prisma/engine', join(project, 'prisma/engine'), { recursive: true })
  await cp('prisma.config.ts', join(project, 'prisma.config.ts'))
  await symlink(resolve('node_modules'), join(project, 'node_modules'))
  await writeFile(join(project, 'package.json'), '{ "type": "module" }')
  await writeFile(join(project, 'prisma/schema/main.prisma'), schemaWith(thing))
})

afterEach(async () => {
  await rm(project, { recursive: true })
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`).finally(() => client.end())
})

async function migrationFolder(ending: string): Promise<string> {
  const names = await readdir(join(project, 'prisma/migrations'))
  return join(project, 'prisma/migrations', names.find((name) => name.endsWith(ending)) ?? 'none')
}

describe('the schema engine', { timeout: 120_000 }, () => {
  it('makes, applies and compares migrations, with no download', async () => {
    // migrate dev: creates the database and the migration, by way of a shadow database
    expect(await prisma('migrate', 'dev', '--name', 'begin')).toMatchObject({ code: 0 })
    expect(await readFile(join(await migrationFolder('begin'), 'migration.sql'), 'utf8')).toContain('"Thing"')
    await query(`INSERT INTO "Thing" VALUES (1, 'a')`)

    // deploy: a function whose body holds semicolons arrives whole
    const trigger = join(project, 'prisma/migrations/20990101000000_trigger')
    await mkdir(trigger)
    await writeFile(join(trigger, 'migration.sql'), TRIGGER)
    expect(await prisma('migrate', 'deploy')).toMatchObject({ code: 0 })
    await expect(query('DELETE FROM "Thing"')).rejects.toThrow('no; never')
    expect((await prisma('migrate', 'status')).stdout).toContain('up to date')

    // diff: says by its exit code whether there is one, and prints the script
    const compare = [
      'migrate',
      'diff',
      '--from-migrations',
      'prisma/migrations',
      '--to-schema',
      'prisma/schema',
    ]
    expect(await prisma(...compare, '--exit-code')).toMatchObject({ code: 0 })
    await writeFile(join(project, 'prisma/schema/other.prisma'), other)
    const different = await prisma(...compare, '--script', '--exit-code')
    expect(different.code).toBe(2)
    expect(different.stdout).toContain('CREATE TABLE "Other"')

    const { rows } = await query(`SELECT datname FROM pg_database WHERE datname LIKE 'gleaner_shadow_%'`)
    expect(rows).toEqual([])
  })

  it('says what is wrong with a migration', async () => {
    const broken = join(project, 'prisma/migrations/20990101000000_broken')
    await mkdir(broken, { recursive: true })
    await writeFile(join(broken, 'migration.sql'), 'CREATE TABEL x ();')
    await writeFile(join(project, 'prisma/migrations/migration_lock.toml'), 'provider = "postgresql"\n')
    expect(await prisma('migrate', 'deploy')).toMatchObject({ code: 1 })
  })
})
