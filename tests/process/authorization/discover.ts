import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '@/server/http/routes'

const methods = /^export (?:async function|function|const) (GET|HEAD|POST|PUT|PATCH|DELETE)\b/gm
const group = /\/\([^)]*\)/g

/** Of Next's pages and handlers. */
function routesOfNext(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
    const path = `/${file}`.replace(group, '').replace(/\/(?:page\.tsx|route\.tsx?)$/, '') || '/'
    if (/(?:^|\/)page\.tsx$/.test(file)) return [`GET ${path}`]
    if (!/(?:^|\/)route\.tsx?$/.test(file)) return []
    return [...readFileSync(join(folder, file), 'utf8').matchAll(methods)].map(
      ([, method]) => `${method} ${path}`,
    )
  })
}

/** Of readers' pages and files. */
const routesForReaders = () =>
  routes
    .filter(({ kind }) => kind === 'reader')
    .map(({ path }) => `GET ${path.replace(/:([a-z]+)/g, '[$1]')}`)

/**
 * Every method of every page and route handler, from the files that the build is made of and the route table, e.g.
 * `POST /api/items/[itemId]/move`.
 */
export const discoverRoutes = (): string[] => [...routesOfNext('app'), ...routesForReaders()].sort()
