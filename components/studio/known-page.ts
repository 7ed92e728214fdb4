import type { PageView } from '@/lib/pages/schema'
import { sendCommand } from './send-command'

/** What is known of an address: what its page says, and what its service is called in lists. */
export type KnownPage = { page: PageView | null; service: string | null }

/** What was found at an address when it was looked at last; null where it can’t be had now. */
export async function loadPage(address: string, signal?: AbortSignal): Promise<KnownPage | null> {
  try {
    const response = await fetch(`/api/pages?${new URLSearchParams({ address })}`, signal ? { signal } : {})
    return response.ok ? ((await response.json()) as KnownPage) : null
  } catch {
    return null
  }
}

/** Has the page at an address read once more. */
export const askAgain = (address: string) =>
  sendCommand<{ asked: true }>('POST', '/api/pages/look', { address })
