import { z } from 'zod'
import { pgPool } from '@/lib/db/pool'
import { directionSchema } from '@/lib/document/schema'

/** The channel on which every process hears that readers' pages changed; its payload is the new state, or nothing. */
export const GENERATION_CHANNEL = 'generation'

/** What a server must know to answer readers while the database is away. */
export const readerStateSchema = z.strictObject({
  generation: z.int(),
  /** Pages of an older generation are never shown again. */
  shownFrom: z.int(),
  storefrontOpen: z.boolean(),
  name: z.string(),
  lang: z.string(),
  dir: directionSchema,
  /** Slugs of issues that are withdrawn, those they had before too. */
  withdrawn: z.array(z.string()),
})
export type ReaderState = z.infer<typeof readerStateSchema>

/** How it is asked for, where a connection of one's own is used. One row with the one column `state`. */
export const READ_STATE = 'SELECT reader_state() AS state'

/** The state as the database has it now; null before there is a publication. */
export async function readReaderState(): Promise<ReaderState | null> {
  const { rows } = await pgPool().query(READ_STATE)
  return rows[0]?.state ? readerStateSchema.parse(rows[0].state) : null
}

/** Told of a generation that a command of this process has just made. */
export type Hearing = (generation: number) => Promise<void>

// What keeps pages is in the server's bundle, the commands are in Next's.
const port = globalThis as { gleanerHearing?: Hearing | undefined }

/** Whom `tellThisProcess` tells; null for nobody any more. */
export function setHearing(hearing: Hearing | null): void {
  port.gleanerHearing = hearing ?? undefined
}

/** Lets what keeps pages in this process know, at once; nothing in a process that keeps none. */
export async function tellThisProcess(generation: number): Promise<void> {
  await port.gleanerHearing?.(generation)
}
