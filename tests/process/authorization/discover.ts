import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const methods = /^export (?:async function|function|const) (GET|HEAD|POST|PUT|PATCH|DELETE)\b/gm
const group = /\/\([^)]*\)/g

/**
 * Every method of every page and route handler, from the files that the build is made of, e.g.
 * `POST /api/items/[itemId]/move`.
 */
export function discoverRoutes(folder = 'app'): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .flatMap((file) => {
      const path = `/${file}`.replace(group, '').replace(/\/(?:page\.tsx|route\.tsx?)$/, '') || '/'
      if (/(?:^|\/)page\.tsx$/.test(file)) return [`GET ${path}`]
      if (!/(?:^|\/)route\.tsx?$/.test(file)) return []
      return [...readFileSync(join(folder, file), 'utf8').matchAll(methods)].map(
        ([, method]) => `${method} ${path}`,
      )
    })
    .sort()
}
