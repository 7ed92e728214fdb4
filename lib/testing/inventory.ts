import type { InventoryPlacement, InventorySlot } from '@/lib/inventory/schema'

/** A placement at the top, one in each issue. */
export const top: InventoryPlacement = {
  id: 'top',
  name: 'Top',
  perIssue: 1,
  price: 0,
  currency: 'USD',
  deadlineDays: 3,
  acceptsLate: true,
}

/** A place in it that Acme has. */
export const slot = (state: InventorySlot['state']): InventorySlot => ({
  id: `slot-${state}`,
  placementId: 'top',
  ordinal: 1,
  state,
  sponsorId: 's',
  sponsor: 'Acme',
  isHouse: false,
  field: '',
  writtenByStudio: false,
  hasContact: true,
})
