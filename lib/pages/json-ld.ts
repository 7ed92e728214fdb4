/** Types (schema.org) whose item is the page’s own, the likeliest first. */
const kinds = [
  /(?:Article|Posting|Report)$/,
  /^(?:VideoObject|Book|Course|Event|SoftwareApplication|SoftwareSourceCode|PodcastEpisode|Recipe|Product|HowTo)$/,
  /^(?:WebPage|\w+Page|CreativeWork)$/,
]
const MOST_NODES = 2000

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

export type LinkedData = {
  title: string
  authors: string[]
  publisher: string
  date: string
  language: string
}

function parse(text: string): unknown {
  try {
    // Line breaks within texts are no JSON, and common.
    return JSON.parse(
      text
        .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\*\]\]>\*\/)\s*$/g, '')
        .replace(/[\r\n\t]+/g, ' '),
    )
  } catch {
    return null
  }
}

/** Every object within, the outer ones first; so many at most, whatever was written. */
function nodesOf(values: unknown[]): Node[] {
  const nodes: Node[] = []
  let level = values
  while (level.length > 0 && nodes.length < MOST_NODES) {
    const objects = level.flatMap((value) => listOf(value)).filter(isNode)
    nodes.push(...objects.slice(0, MOST_NODES - nodes.length))
    level = objects.flatMap((node) => [...listOf(node['@graph']), ...listOf(node.mainEntity)])
  }
  return nodes
}

const textOf = (value: unknown): string => {
  const [first] = listOf(value)
  if (typeof first === 'string') return first
  return isNode(first) && typeof first['@value'] === 'string' ? first['@value'] : ''
}

/** Names of people or organisations: plain, as objects, or by the `@id` of another object of the page. */
function namesOf(value: unknown, byId: ReadonlyMap<string, Node>): string[] {
  return listOf(value).flatMap((each) => {
    if (typeof each === 'string') return each
    if (!isNode(each)) return []
    const named = textOf(each.name) ? each : (byId.get(textOf(each['@id'])) ?? each)
    return listOf(named.name).filter((name) => typeof name === 'string')
  })
}

/** What JSON-LD says of the page itself; null where it says nothing. What is no JSON is passed over. */
export function readJsonLd(scripts: readonly string[]): LinkedData | null {
  const nodes = nodesOf(scripts.map(parse))
  const byId = new Map(nodes.map((node) => [textOf(node['@id']), node]))
  const typesOf = (node: Node) => listOf(node['@type']).filter((type) => typeof type === 'string')
  const own = kinds
    .map((kind) => nodes.find((node) => typesOf(node).some((type) => kind.test(type.replace(/^.*[/:]/, '')))))
    .find(Boolean)
  if (!own) return null
  return {
    title: textOf(own.headline) || textOf(own.name),
    authors: namesOf(own.author ?? own.creator, byId),
    publisher: namesOf(own.publisher, byId)[0] ?? '',
    date: textOf(own.datePublished),
    language: textOf(own.inLanguage),
  }
}
