import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const IMPORT = /^(?:import|export)\s+(?!type\b)[^'"]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'/gm

/** TypeScript files below a folder, those of tests left out. */
export function sourcesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const sources = names.filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  return sources.map((name) => join(folder, name)).sort()
}

/** The file that a specifier of ours names; null for a package. */
function resolveOwn(specifier: string, from: string): string | null {
  const path = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? join(dirname(from), specifier)
      : null
  if (path === null) return null
  return (
    ['', '.ts', '.tsx', '.mts']
      .map((ending) => path + ending)
      .find((file) => /\.\w+$/.test(file) && existsSync(file)) ?? null
  )
}

/** What a file imports of ours, types aside, since those are gone when it runs. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(IMPORT)].flatMap((match) => resolveOwn(match[1] ?? match[2] ?? '', file) ?? [])
}

/** All files of ours that these lead to, with the way to each. */
export function reachableFrom(files: string[]): Map<string, string[]> {
  const ways = new Map(files.map((file) => [file, [file]]))
  const waiting = [...files]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
    for (const next of importsOf(file)) {
      if (ways.has(next)) continue
      ways.set(next, [...(ways.get(file) ?? []), next])
      waiting.push(next)
    }
  return ways
}
