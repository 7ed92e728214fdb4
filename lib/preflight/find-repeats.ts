import { nameOfItem } from '@/lib/issues/rules'
import type { DraftItem, IssueDraft } from '@/lib/issues/schema'
import { type CanonicalLink, canonicalLink } from '@/lib/links/rules'
import { isStatusPage } from '@/lib/memory/status-pages'
import { askedAddress } from '@/lib/pages/rules'
import { removeLink } from './find-in-links'
import { onceFor } from './once-for'
import type { FindingPlace, Warning } from './rules'
import type { Checks } from './schema'

/** An address that an item leads to: its own, or a further link of it. */
type Led = { url: string; asked: string; link: CanonicalLink; where: FindingPlace; label: string | null }

const ledBy = onceFor((item: DraftItem): Led[] => {
  const { id, url, links } = item
  const further = links.map(({ url: to, label }, at) => ({
    url: to,
    label,
    where: { kind: 'item', id, field: 'links', link: { at, part: 'url' } } as const,
  }))
  const own = { url, label: null, where: { kind: 'item', id, field: 'url' } as const }
  return [own, ...further].flatMap((led) => {
    const link = canonicalLink(led.url)
    // Whatever breaks meanwhile is told on one and the same page.
    return link && !isStatusPage(link) ? [{ ...led, link, asked: askedAddress(led.url) ?? '' }] : []
  })
})

/** What two addresses of one page have in common, as far as anybody knows. */
function identifier({ pages, aliases }: Known): (led: Led) => string {
  const moved = new Map(
    pages.flatMap(({ outcome, address, finalAddress }) =>
      outcome === 'MOVED' ? [[address, finalAddress]] : [],
    ),
  )
  const known = new Map(aliases.map(({ canonical, same }) => [canonical, same]))
  return ({ asked, link }) => {
    const target = moved.get(asked)
    const canonical = (target && canonicalLink(target)?.canonical) || link.canonical
    return known.get(canonical) ?? canonical
  }
}

type Known = Pick<Checks, 'pages' | 'aliases'>

/**
 * The same page twice in one issue is nearly always a slip, however its address is written, and be it as a further link.
 * Links in texts aren't meant: words lead to other items on purpose.
 */
export function findRepeats(draft: IssueDraft, known: Known): Warning[] {
  const identify = identifier(known)
  const seen = new Map<string, { item: DraftItem; led: Led }>()
  return draft.sections
    .flatMap(({ items }) => items)
    .flatMap((item) =>
      ledBy(item).flatMap((led): Warning[] => {
        const key = identify(led)
        const first = seen.get(key)
        if (first) return [repeatOf(item, led, first)]
        seen.set(key, { item, led })
        return []
      }),
    )
}

function repeatOf(item: DraftItem, led: Led, first: { item: DraftItem; led: Led }): Warning {
  const isSame = led.url.trim() === first.led.url.trim()
  const has = isSame ? 'has the same address as' : 'leads to the same page as'
  const name = nameOfItem(item)
  const call = ({ label }: Led) => `the link “${label?.trim() || 'without a label'}”`
  const self = led.label === null ? name : `${name}: ${call(led)}`
  const of = first.item === item ? 'the item itself' : nameOfItem(first.item)
  const other = first.led.label === null ? of : `${call(first.led)}${first.item === item ? '' : ` of ${of}`}`
  // An item is more than a further link: of the two the link goes.
  const goes = led.label === null && first.led.label !== null ? first : { item, led }
  const remove = { label: 'Remove this one', does: 'remove', row: { kind: 'item', id: item.id } } as const
  const fix = removeLink(goes.item, goes.led) ?? remove
  return { code: 'item-repeat', level: 'warn', message: `${self} ${has} ${other}.`, where: led.where, fix }
}
