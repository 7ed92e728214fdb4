export type HeardEvent = { event: string; data: unknown }

export type Following = { status: number; heard: HeardEvent[]; ended: () => boolean; stop: () => void }

/** Reads server-sent events as a browser would, into a list. */
export async function followEvents(url: string, cookie: string): Promise<Following> {
  const stopping = new AbortController()
  const response = await fetch(url, { headers: { cookie }, signal: stopping.signal })
  const heard: HeardEvent[] = []
  let ended = false
  async function read(): Promise<void> {
    let rest = ''
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      const blocks = (rest + Buffer.from(chunk).toString()).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = /^event: (.*)$/m.exec(block)?.[1]
        const data = /^data: (.*)$/m.exec(block)?.[1]
        if (event) heard.push({ event, data: JSON.parse(data ?? 'null') })
      }
    }
  }
  void read()
    .catch(() => undefined)
    .finally(() => {
      ended = true
    })
  return { status: response.status, heard, ended: () => ended, stop: () => stopping.abort() }
}
