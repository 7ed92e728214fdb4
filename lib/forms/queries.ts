import { db } from '@/lib/db/db'
import { isUuid } from '@/lib/ids/rules'
import { type FormKind, type KeptForm, keptFormSchema } from './schema'

/** A form kept for its writer, who alone knows its id; null where there is none. */
export async function keptForm<F extends string>(
  { name, fields }: FormKind<F>,
  id: string,
): Promise<KeptForm<F> | null> {
  if (!isUuid(id)) return null
  const where = { id, actorId: null, command: name }
  const kept = await db().commandReceipt.findFirst({ where, select: { result: true } })
  const parsed = keptFormSchema(fields).safeParse(kept?.result)
  return parsed.success ? (parsed.data as KeptForm<F>) : null
}
