/** Whether a client takes gzip (RFC 9110, 12.5.3): a weight of 0 refuses it; `*` stands for what is not named. */
export function acceptsGzip(header: string): boolean {
  const weights = new Map(header.toLowerCase().split(',').map(readWeight))
  return (weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0) > 0
}

function readWeight(part: string): [name: string, weight: number] {
  const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
  const weight = parameters.find((text) => text.startsWith('q='))
  return [name, weight === undefined ? 1 : Number(weight.slice(2))]
}

/** Whether `If-None-Match` names what we have; compared weakly, as RFC 9110, 13.1.2 says for reading. */
export function isKnown(header: string, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
  return header.trim() === '*' || header.split(',').some((tag) => opaque(tag) === opaque(etag))
}
