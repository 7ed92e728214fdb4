import { notFound } from 'next/navigation'

/** An address of the portal that there isn't; the portal's own page says so. */
export default function NothingThere() {
  notFound()
}
