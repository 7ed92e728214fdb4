import { notFound } from 'next/navigation'
import { AppError } from '@/lib/errors/app-error'

/** What a query gives, or the page that says there is nothing: for what does not exist and what is not shown, alike. */
export async function orNotFound<T>(query: Promise<T>): Promise<T> {
  try {
    return await query
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
