export type Page = { path: string; status: number; body: string }

/** Addresses of pages for everybody: what is behind a sign-in is not, nor a form that knows what its writer typed. */
const isReaders = (path: string) =>
  !/^\/(?:admin|api|sign-in|sponsor|go|suggest|sponsor-us\/request)(?:\/|$)/.test(path)

export async function read(origin: string, path: string): Promise<Page> {
  const response = await fetch(`${origin}${path}`, { redirect: 'manual' })
  return { path, status: response.status, body: await response.text() }
}

/** Paths that a page leads to on its own site. */
function linksIn(origin: string, { body }: Page): string[] {
  const found = [...body.replaceAll(`"${origin}/`, '"/').matchAll(/(?:href|src)="(\/[^"?#]*)/g)]
  return found.map((match) => match[1] ?? '/').filter(isReaders)
}

/** Reads every page that can be reached from the front page. @returns the paths that answered 200 */
export async function readAll(origin: string): Promise<string[]> {
  const seen = new Set(['/', '/robots.txt'])
  const good: string[] = []
  for (const path of seen) {
    const page = await read(origin, path)
    if (page.status === 200) good.push(path)
    for (const link of linksIn(origin, page)) seen.add(link)
  }
  return good
}
