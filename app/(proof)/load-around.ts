import { cache } from 'react'
import { readAround } from '@/lib/archive/around-queries'

/** The layout and the page each ask; one request asks the database once. */
export const loadAround = cache(readAround)
