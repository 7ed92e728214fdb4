/** A text in UTF-8. The server in front sets what may be cached. */
export function textResponse(text: string, type: string, status = 200): Response {
  return new Response(text, { status, headers: { 'Content-Type': `${type}; charset=utf-8` } })
}
