import { AppError } from '@/lib/errors/app-error'

/**
 * Turns a policy's no into the error that says it.
 * @throws AppError `forbidden`
 */
export function authorize(allowed: boolean): void {
  if (!allowed)
    throw new AppError('forbidden', 'Your role does not allow this. Ask an owner of this publication.')
}
