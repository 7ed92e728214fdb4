import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const isTest = (name) => /\.test\.tsx?$/.test(name)

function addTo(hash, path) {
  if (!existsSync(path)) return
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name))
  } else if (!isTest(path)) {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  }
}

/**
 * Tells whether inputs changed.
 * @param {string[]} paths files and folders; those that are absent count as empty, tests don't count
 * @returns {string} 16 hex digits
 */
export function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const path of paths) addTo(hash, path)
  return hash.digest('hex').slice(0, 16)
}
