const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text of an address can be one of our ids (RFC 9562); another names nothing, and Postgres would refuse it. */
export function isUuid(text: string): boolean {
  return uuid.test(text)
}
