import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/document/rules'
import type { Snapshot } from './schema'

/** SHA-256 of the canonical JSON, hex: the same however Postgres keeps it. */
export const hashSnapshot = (snapshot: Snapshot): string =>
  createHash('sha256').update(canonicalJson(snapshot)).digest('hex')
