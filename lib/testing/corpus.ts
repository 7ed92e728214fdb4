import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * Files of the corpus (`CORPUS_DIR`, by default `../shared/corpus`) under a folder, whose names match; none where the
 * corpus is absent, so every test of it runs on fixtures of our own too.
 */
export function corpusFiles(folder: string, name: RegExp): string[] {
  const at = join(resolve(process.env.CORPUS_DIR ?? '../shared/corpus'), folder)
  if (!existsSync(at)) return []
  return readdirSync(at)
    .filter((file) => name.test(file))
    .sort()
    .map((file) => join(at, file))
}
