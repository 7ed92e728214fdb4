import type { z } from 'zod'
import { parseInput } from './write-route'

/** What the query of an address asks for. @throws AppError `invalid` with a message for each name */
export function readQuery<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  return parseInput(schema, Object.fromEntries(new URL(request.url).searchParams))
}
