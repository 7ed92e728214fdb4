'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { formatMoney } from '@/lib/money/rules'
import { linkOf } from '@/lib/storefront/rules'
import type { RequestRow } from '@/lib/storefront/schema'
import { formatDay, formatMoment, formatWait } from '@/lib/times/rules'
import { AcceptForm } from './accept-form'
import { WriteDialog, type WriteKind } from './write-dialog'

type Props = { request: RequestRow; companies: { id: string; name: string }[]; zone: string; now: number }

/** A request that waits: who asks, for what, until when the place is kept, and the three answers. */
export function RequestCard({ request, companies, zone, now }: Props) {
  const { id, company, contactName, email, website, message, placement, date, price, currency } = request
  const [writes, setWrites] = useState<WriteKind | null>(null)
  const until = request.heldUntil ? new Date(request.heldUntil) : null
  const link = linkOf(website)
  return (
    <article
      aria-labelledby={`request-${id}`}
      className="grid gap-4 rounded-lg border border-rule bg-pane p-4 sm:p-5"
    >
      <div>
        <h2 id={`request-${id}`} dir="auto" className="font-text text-lg font-bold">
          {company}
        </h2>
        <p>
          {placement}, {formatDay(date)}, {price === 0 ? 'no price set' : formatMoney(price, currency)}
        </p>
        {until ? (
          <p className="text-[0.8125rem] text-muted">
            Kept until {formatMoment(until, zone, new Date(now))} ({formatWait(until.getTime() - now)}).
          </p>
        ) : null}
      </div>
      <dl className="grid gap-x-4 gap-y-1 text-[0.8125rem] sm:grid-cols-[max-content_1fr]">
        <dt className="text-muted">Contact</dt>
        <dd dir="auto">
          {contactName}, {email}
        </dd>
        {website ? (
          <>
            <dt className="text-muted">Website</dt>
            <dd className="break-all">
              {link ? (
                <a href={link} rel="noopener noreferrer nofollow" className="underline underline-offset-2">
                  {website}
                </a>
              ) : (
                website
              )}
            </dd>
          </>
        ) : null}
        {request.answeredAt ? (
          <>
            <dt className="text-muted">You wrote</dt>
            <dd dir="auto" className="whitespace-pre-wrap">
              {request.answer}
            </dd>
          </>
        ) : null}
      </dl>
      {message ? (
        <blockquote dir="auto" className="max-w-prose border-s-2 border-edge ps-4 whitespace-pre-wrap">
          {message}
        </blockquote>
      ) : null}
      <AcceptForm request={request} companies={companies} />
      <div className="flex flex-wrap gap-2 border-t border-rule pt-4">
        <Button onClick={() => setWrites('answer')} aria-label={`Answer ${company}…`}>
          Answer…
        </Button>
        <Button tone="danger" onClick={() => setWrites('decline')} aria-label={`Decline ${company}…`}>
          Decline…
        </Button>
      </div>
      {writes ? <WriteDialog kind={writes} request={request} onClose={() => setWrites(null)} /> : null}
    </article>
  )
}
