import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Binaries, copyBinaries, packagedBinaries } from './binaries'
import { asUser, canReach, chooseServerUser, type ServerUser } from './server-user'

const run = promisify(execFile)

/** Where root keeps what another user must reach when the clone itself is closed to that user. */
const SHARED_FOLDER = '/var/lib/gleaner'
const BINARIES_VERSION = '18.4.0'
export const SUPERUSER = 'gleaner'

/** A cluster on disk: `data` is PostgreSQL's own folder, beside it the password and the server's log. */
export type Cluster = {
  binaries: Binaries
  user: ServerUser
  data: string
  logFile: string
  password: string
}

/** Letters are Unicode's, whatever the shell says: with LANG unset the encoding would be SQL_ASCII. */
const LOCALE = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
export const serverEnvironment: NodeJS.ProcessEnv = { NODE_ENV: 'production', LC_ALL: LOCALE, TZ: 'UTC' }

async function initialise(folder: string, binaries: Binaries, user: ServerUser): Promise<void> {
  const passwordFile = join(folder, 'password')
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (user) for (const path of [folder, passwordFile]) await chown(path, user.uid, user.gid)
  const locale = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${LOCALE}`,
  ]
  const access = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const args = ['--pgdata', join(folder, 'data'), ...locale, ...access, '--no-instructions']
  await run(binaries.initdb, args, { ...asUser(user), env: serverEnvironment })
}

/** Makes the cluster beside its place and moves it there whole: a kill leaves nothing half made, two makers one. */
async function createCluster(place: string, binaries: Binaries, user: ServerUser): Promise<void> {
  const unfinished = `${place}.new-${randomBytes(4).toString('hex')}`
  await mkdir(unfinished, { mode: 0o711 })
  try {
    await initialise(unfinished, binaries, user)
    await rename(unfinished, place)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    if (!(await stat(place).catch(() => null))) throw error
  }
}

/** The folder for the cluster: in the data folder, or, where its user can't go there, in one that it can reach. */
async function choosePlace(dataDir: string, user: ServerUser): Promise<string> {
  const place = join(dataDir, 'postgres')
  if (await stat(place).catch(() => null)) return realpath(place)
  if (canReach(user, dataDir)) return place
  const elsewhere = join(SHARED_FOLDER, randomBytes(8).toString('hex'))
  await mkdir(SHARED_FOLDER, { recursive: true, mode: 0o755 })
  await rm(place, { force: true })
  await symlink(elsewhere, place)
  return elsewhere
}

/**
 * The cluster of a data folder, made on first use. As root on a clone that the server's user can't reach, binaries
 * and data live under /var/lib/gleaner, and the data folder holds a link to them.
 * @param dataDir absolute; must exist
 */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const user = chooseServerUser()
  const packaged = await packagedBinaries()
  const reachable = canReach(user, packaged.postgres)
  const binaries = reachable ? packaged : await copyBinaries(packaged, SHARED_FOLDER, BINARIES_VERSION)
  const place = await choosePlace(dataDir, user)
  if (!(await stat(join(place, 'data')).catch(() => null))) await createCluster(place, binaries, user)
  const password = (await readFile(join(place, 'password'), 'utf8')).trim()
  return { binaries, user, data: join(place, 'data'), logFile: join(place, 'server.log'), password }
}
