const HUB_LIMIT_MS = 10_000

/**
 * Tells a hub that a feed changed, so that it fetches the feed and passes it on. How a publisher does so is left open
 * by WebSub (https://www.w3.org/TR/websub/, 6); hubs take what PubSubHubbub 0.4 had. The hub is the operator's own
 * choice, like the mail server, so it may stand on a private network: the rules of lib/outgoing are for addresses that
 * others chose. A redirect is not followed: whoever answers with one is not the hub that was chosen.
 * @throws Error when it doesn't take it
 */
export async function tellHub(hub: string, topic: string): Promise<void> {
  const response = await fetch(hub, {
    method: 'POST',
    body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic, 'hub.topic': topic }),
    redirect: 'manual',
    signal: AbortSignal.timeout(HUB_LIMIT_MS),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`The hub answered ${response.status} for ${topic}`)
}
