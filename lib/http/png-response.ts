/** A PNG picture. The server in front sets what may be cached. */
export function pngResponse(png: Buffer): Response {
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } })
}
