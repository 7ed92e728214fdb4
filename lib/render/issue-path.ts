/** Path of an issue's page; `.md` and `.json` behind it are its other forms. */
export function issuePath(slug: string): string {
  return `/issues/${encodeURIComponent(slug)}`
}
