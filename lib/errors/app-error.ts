/** Codes and the HTTP status each maps to; the only such place. */
export const errorStatus = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  removed: 409,
  wrong_state: 409,
  taken: 409,
  findings: 409,
  changed: 412,
  too_large: 413,
  media_type: 415,
  too_many: 429,
  origin: 403,
  gone: 410,
  busy: 503,
  internal: 500,
} as const

export type ErrorCode = keyof typeof errorStatus

/** `fields`: message for each field by its dotted name. `detail`: data for the caller, e.g. both texts of a conflict. */
export type ErrorExtras = {
  fields?: Record<string, string>
  detail?: Record<string, unknown>
  cause?: unknown
}

/**
 * An error that is said to the person: `message` is a sentence that says what was wrong and what to do.
 * Anything else that is thrown is `internal`: its text goes to the log under an id, and only the id is shown.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: Record<string, string>
  readonly detail: Record<string, unknown>

  constructor(code: ErrorCode, message: string, extras: ErrorExtras = {}) {
    super(message, extras.cause === undefined ? undefined : { cause: extras.cause })
    this.name = 'AppError'
    this.code = code
    this.fields = extras.fields ?? {}
    this.detail = extras.detail ?? {}
  }

  get status(): number {
    return errorStatus[this.code]
  }
}

/** Absent and forbidden look alike: what a person may not see does not exist for them. */
export function notFound(what: string): AppError {
  return new AppError('not_found', `There is no such ${what}.`)
}
