import { quoteForRegExp } from '@/lib/disclosures/rules'
import { nameOfItem } from '@/lib/issues/rules'
import type { DraftItem, IssueDraft } from '@/lib/issues/schema'
import { askedAddress } from '@/lib/pages/rules'
import type { PageOutcome } from '@/lib/pages/schema'
import { formatDay } from '@/lib/times/rules'
import { addressesIn, itemTexts, type Written } from './addresses'
import type { Fix, Warning } from './rules'
import type { CheckedPage, Checks, PastPlace } from './schema'

const codes: Record<Exclude<PageOutcome, 'OK'>, string> = {
  DEAD: 'link-dead',
  CERTIFICATE: 'link-dead',
  MISSING: 'link-missing',
  MOVED: 'link-moved',
  UNSURE: 'link-unsure',
}

/** Whether readers would find nothing behind an address. */
export const isBroken = ({ outcome }: CheckedPage): boolean =>
  outcome !== 'OK' && ['link-dead', 'link-missing'].includes(codes[outcome])

const itemsOf = (draft: IssueDraft): DraftItem[] => draft.sections.flatMap(({ items }) => items)

/** Puts another address where one stands, the fragment that was written kept. */
function takeAddress(item: DraftItem, { address, where }: Written, final: string): Fix | null {
  const { hash } = new URL(address)
  const target = final.includes('#') ? final : `${final}${hash}`
  const edit = (field: string, value: unknown): Fix => ({
    label: 'Use the address it leads to',
    does: 'edit',
    row: { kind: 'item', id: item.id },
    field,
    value,
  })
  if (where.kind !== 'item') return null
  if (where.field === 'url') return edit('url', target)
  if (where.field === 'links')
    return edit(
      'links',
      item.links.map((link, at) => (at === where.link?.at ? { ...link, url: target } : link)),
    )
  const field = itemTexts.find((each) => each === where.field)
  if (!field) return null
  const mended = item[field].replace(wholeAddress(address), () => target)
  return mended === item[field] ? null : edit(field, mended)
}

/** An address where it stands alone: not as the beginning of a longer one, nor within another (an archive’s). */
const wholeAddress = (address: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}/=&?#%:+-])${quoteForRegExp(address)}(?![.,;:!?'*_]*[\\p{L}\\p{N}/?#&=%~+@$-])`,
    'gu',
  )

/** A further link can go; an item’s own address is its writer’s to mend. */
export function removeLink(item: DraftItem, { where }: Pick<Written, 'where'>): Fix | null {
  if (where.kind !== 'item' || where.field !== 'links') return null
  const value = item.links.filter((_, at) => at !== where.link?.at)
  return { label: 'Remove the link', does: 'edit', row: { kind: 'item', id: item.id }, field: 'links', value }
}

function findAtPage(page: CheckedPage, written: Written, item: DraftItem | undefined): Warning[] {
  if (page.outcome === 'OK') return []
  const { where } = written
  const field = 'field' in where ? where.field : ''
  const inText = field !== 'url' && field !== 'links'
  const name = item ? nameOfItem(item) : `The ${field}`
  const which = inText ? `, link to ${new URL(written.address).hostname.replace(/^www\./, '')}` : ''
  const mends: Partial<Record<PageOutcome, typeof takeAddress>> = { MOVED: takeAddress, DEAD: removeLink }
  const fix = item ? (mends[page.outcome]?.(item, written, page.finalAddress) ?? null) : null
  const message = `${name}${which}: ${page.message}`
  return [
    { code: codes[page.outcome], level: 'warn', message, where: written.where, ...(fix ? { fix } : {}) },
  ]
}

/** What was found behind the links of a draft. Each address is told of once for each place. */
export function findInLinks(draft: IssueDraft, { pages }: Pick<Checks, 'pages'>): Warning[] {
  const byAddress = new Map(pages.map((page) => [page.address, page]))
  if (byAddress.size === 0) return []
  const items = new Map(itemsOf(draft).map((item) => [item.id, item]))
  return addressesIn(draft).flatMap((written) => {
    const page = byAddress.get(askedAddress(written.address) ?? '')
    return page ? findAtPage(page, written, items.get(written.item ?? '')) : []
  })
}

/**
 * Addresses of articles that readers had within the last year, the previous issue first. Lists are exempt, and hosts
 * whose links are repeated on purpose aren't among the past (`readPast`): an outage is told of as long as it goes on.
 */
export function findPast(draft: IssueDraft, { past }: Pick<Checks, 'past'>): Warning[] {
  const byAddress = new Map<string, PastPlace>()
  for (const place of past) if (!byAddress.has(place.address)) byAddress.set(place.address, place)
  const found = draft.sections
    .filter(({ layout }) => layout === 'articles')
    .flatMap(({ items }) => items)
    .flatMap((item): (Warning & { isPrevious: boolean })[] => {
      const place = byAddress.get(item.url.trim())
      if (!place) return []
      const when = `${place.isPrevious ? 'the previous issue, ' : ''}${place.issue} (${formatDay(place.date)})`
      const as = place.headline && place.headline !== item.headline ? ` as “${place.headline}”` : ''
      return [
        {
          code: 'item-past',
          level: 'warn',
          message: `${nameOfItem(item)} was in ${when}${as}.`,
          where: { kind: 'item', id: item.id, field: 'url' },
          fix: { label: 'Remove', does: 'remove', row: { kind: 'item', id: item.id } },
          isPrevious: place.isPrevious,
        },
      ]
    })
  const inOrder = [...found].sort((one, other) => Number(other.isPrevious) - Number(one.isPrevious))
  return inOrder.map(({ isPrevious: _, ...finding }) => finding)
}
