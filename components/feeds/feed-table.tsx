'use client'

import { Moment } from '@/components/accounts/moment'
import { useRefreshingCommand } from '@/components/accounts/use-refreshing-command'
import { Button } from '@/components/ui/button'
import { Cell, Row, Table } from '@/components/ui/table'
import type { FeedRow } from '@/lib/feeds/schema'
import { dateFormat } from '@/lib/render/date-format'

/** Every feed that is followed, with what is wrong with it. */
export function FeedTable({ feeds, zone }: { feeds: readonly FeedRow[]; zone: string }) {
  return (
    <Table caption="Feeds that are followed" columns={['Feed', 'State', 'Actions']}>
      {feeds.map((feed) => (
        <FeedLine key={feed.id} feed={feed} zone={zone} />
      ))}
    </Table>
  )
}

/** The name in the row after, or before the last one; where there is no other, the page. */
function neighbourOf(button: HTMLElement): HTMLElement | null {
  const row = button.closest('tr')
  const next = row?.nextElementSibling ?? row?.previousElementSibling
  return next?.querySelector<HTMLElement>('[data-feed-name]') ?? document.getElementById('main')
}

function FeedLine({ feed, zone }: { feed: FeedRow; zone: string }) {
  const { id, url, title, checkedAt, nextCheckAt, problem, addedAt, addedBy } = feed
  const { post, busy } = useRefreshingCommand()
  const since = dateFormat('en-GB', { timeZone: zone, dateStyle: 'medium' }).format(new Date(addedAt))
  const name = title || url.replace(/^https?:\/\/(?:www\.)?/i, '')
  const undo = { path: '/api/feeds', done: 'It is followed again.', input: { text: url } }
  const stop = async (button: HTMLElement) => {
    const next = neighbourOf(button)
    const isStopped = await post(
      `/api/feeds/${id}/remove`,
      `“${name}” is followed no longer.`,
      undefined,
      undo,
    )
    // Its row goes, and the focus would with it; unless it is elsewhere by now.
    if (isStopped && document.activeElement === button) next?.focus()
  }
  return (
    <Row className="last:border-b-0">
      <Cell header>
        <span dir="auto" className="font-medium" tabIndex={-1} data-feed-name>
          {name}
        </span>
        {title ? (
          <span dir="ltr" className="block text-[0.8125rem] wrap-anywhere text-muted">
            {url}
          </span>
        ) : null}
        <span className="block text-[0.8125rem] text-muted">
          Followed since {since}
          {addedBy ? (
            <>
              {' '}
              by <span dir="auto">{addedBy}</span>
            </>
          ) : null}
        </span>
      </Cell>
      <Cell>
        {problem ? (
          <p className="max-w-prose">
            <span className="font-medium text-bad">
              <span aria-hidden="true">▲ </span>
              {problem}
            </span>{' '}
            <span className="text-[0.8125rem] text-muted">
              Asked again <Moment at={new Date(nextCheckAt)} zone={zone} />
            </span>
          </p>
        ) : checkedAt ? (
          <p>
            Read <Moment at={new Date(checkedAt)} zone={zone} />
          </p>
        ) : (
          <p className="text-muted">Waits to be read</p>
        )}
      </Cell>
      <Cell className="md:py-1.5">
        <Button
          busy={busy}
          className="whitespace-nowrap"
          aria-label={`Stop following ${name}`}
          onClick={(event) => void stop(event.currentTarget)}
        >
          Stop following
        </Button>
      </Cell>
    </Row>
  )
}
