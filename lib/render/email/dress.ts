import type { Element, ElementContent, Properties } from 'hast'
import { isTitle, type Look, lookOf, type Place } from './looks'

/** No picture is wider than the column, in pixels. */
const WIDEST = 600

/** A picture's attributes, which Outlook goes by, made to fit the column. */
function fitted({ tagName, properties }: Element): Properties {
  const [width, height] = [Number(properties.width), Number(properties.height)]
  if (tagName !== 'img' || width <= WIDEST) return properties
  return { ...properties, width: WIDEST, height: Math.round((height * WIDEST) / width) }
}

function dressElement(element: Element, place: Place): Element {
  const { tagName } = element
  const properties = fitted(element)
  const dir = properties.dir === 'rtl' || properties.dir === 'ltr' ? properties.dir : place.dir
  const here = { ...place, dir }
  const look = lookOf({ ...element, properties }, here)
  const inner = {
    ...here,
    depth: place.depth + 1,
    parent: tagName,
    muted: place.muted || (look?.className?.includes('m') ?? false),
    title: place.title || isTitle(place, tagName) || (place.part === 'headline' && place.depth === 0),
  }
  return {
    ...element,
    // Word, which Outlook shows mail with, knows no `footer`.
    tagName: tagName === 'footer' ? 'p' : tagName,
    properties: { ...properties, ...look },
    children: dressAll(element.children, inner),
  }
}

function dressAll(nodes: readonly ElementContent[], place: Omit<Place, 'last'>): ElementContent[] {
  const end = nodes.findLastIndex((node) => node.type === 'element')
  return nodes.map((node, index) =>
    node.type === 'element' ? dressElement(node, { ...place, last: index === end }) : node,
  )
}

/**
 * A feed's tree with the look of readers' pages put on each element as an attribute, since mail programs drop, cut or
 * rename style sheets. The tree given is left as it is.
 */
export function dress(nodes: readonly ElementContent[], look: Look): ElementContent[] {
  return dressAll(nodes, { ...look, depth: 0, parent: '', muted: look.part === 'foot', title: false })
}
