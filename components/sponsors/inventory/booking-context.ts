'use client'

import { createContext, useContext } from 'react'
import type { BookingInventory, InventoryPlacement } from '@/lib/inventory/schema'

/** A place to book or to move to. Either its issue is there, or only the date. */
export type Place = {
  date: string
  issueId: string | null
  placement: InventoryPlacement
  /** Its issue goes out by itself, and would be held. */
  scheduled: boolean
  /** For whom it is meant, who waited for it. */
  sponsorId?: string
}
export type Moving = {
  slotId: string
  sponsor: string
  /** The house is told nothing. */
  isHouse: boolean
  from: { date: string; placementId: string }
}
export type Booking = {
  inventory: BookingInventory
  companies: { id: string; name: string }[]
  book: (place: Place) => void
  move: (moving: Moving, to: Place) => Promise<boolean>
}
export const BookingContext = createContext<Booking | null>(null)

/** What the cells of the inventory can do. */
export function useBooking(): Booking {
  const booking = useContext(BookingContext)
  if (!booking) throw new Error('useBooking needs a BookingProvider around it')
  return booking
}
