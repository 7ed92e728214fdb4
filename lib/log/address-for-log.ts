/**
 * An address as the log may have it: links that let somebody in have their token in the path or in the query, and
 * whoever reads the log is not to come in by it.
 * @param address path and query, as a request has them
 */
export function addressForLog(address = ''): string {
  const [path = ''] = address.split('?')
  return path.replace(/^(\/+(?:sponsor\/+open|api\/+inbox|suggest)\/+).+/i, '$1…')
}
