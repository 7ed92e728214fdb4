'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { CommandError, sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { useToast } from '@/components/ui/toast'
import { useFirstRefused } from '@/components/ui/use-first-refused'
import { seriesDates } from '@/lib/inventory/rules'
import { readMoney, writeMoney } from '@/lib/money/rules'
import { formatDay } from '@/lib/times/rules'
import { type Place, useBooking } from './booking-context'
import { DueNote } from './due-note'

const NEW = 'new'
type Booked = { dates: string[]; slots: { id: string }[] }
/** How often a series comes, and in words. */
const rhythms = [
  [1, 'Every issue'],
  [2, 'Every other issue'],
  [3, 'Every third issue'],
  [4, 'Every fourth issue'],
  [5, 'Every fifth issue'],
  [6, 'Every sixth issue'],
  [8, 'Every eighth issue'],
  [12, 'Every twelfth issue'],
  [26, 'Every 26th issue'],
] as const
const numberOf = (typed: string) => Math.max(1, Math.min(104, Number.parseInt(typed, 10) || 1))

/** Books a place for a company that is there or that is named here, once or again and again. */
export function BookDialog({ place, onClose }: { place: Place; onClose: () => void }) {
  const { inventory, companies } = useBooking()
  const { placement, date, issueId } = place
  const router = useRouter()
  const show = useToast()
  const { run } = useCommand()
  const [sponsorId, setSponsorId] = useState(place.sponsorId ?? (companies.length > 0 ? '' : NEW))
  const [name, setName] = useState('')
  const [price, setPrice] = useState(writeMoney(placement.price, placement.currency))
  const [order, setOrder] = useState('')
  const [times, setTimes] = useState('1')
  const [every, setEvery] = useState('1')
  const [skipTaken, setSkipTaken] = useState(false)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [alarm, setAlarm] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const [refusals, setRefusals] = useState(0)
  useFirstRefused(form, refusals)
  const isSeries = numberOf(times) > 1
  const series = isSeries
    ? seriesDates(inventory, placement, {
        start: date,
        every: numberOf(every),
        times: numberOf(times),
        skipTaken,
      })
    : []
  const hasTaken = series.some(({ taken }) => taken)
  const amount = sponsorId === 'house' ? 0 : readMoney(price, placement.currency)

  const options = [
    ...(sponsorId === '' ? [{ value: '', label: 'Choose…' }] : []),
    ...companies.map((company) => ({ value: company.id, label: company.name })),
    { value: NEW, label: 'A new company…' },
    { value: 'house', label: 'House copy (our own)' },
  ]
  if (!options.some(({ value }) => value === sponsorId)) options.unshift({ value: sponsorId, label: name })

  const refuse = (fields: Record<string, string>) => {
    setErrors(fields)
    setRefusals((count) => count + 1)
  }
  /** What is wrong with a field is said until it is changed. */
  const change = (field: string, set: (value: string) => void) => (event: { target: { value: string } }) => {
    setErrors(({ [field]: _, ...rest }) => rest)
    set(event.target.value)
  }
  const book = async () => {
    if (sponsorId === '') return refuse({ sponsorId: 'Choose a company.' })
    if (amount === null) return refuse({ price: 'Write an amount such as 450 or 99.50.' })
    if (sponsorId === NEW && name.trim() === '') return refuse({ name: 'Write the company’s name.' })
    setBusy(true)
    setErrors({})
    setAlarm(null)
    try {
      const company =
        sponsorId === NEW
          ? (await sendCommand<{ id: string }>('POST', '/api/sponsors', { fields: { name } })).id
          : sponsorId
      if (sponsorId === NEW) setSponsorId(company)
      const { dates, slots } = await sendCommand<Booked>('POST', '/api/slots', {
        ...(issueId ? { issueId } : { date }),
        placementId: placement.id,
        sponsorId: company,
        price: amount,
        purchaseOrder: order,
        every: numberOf(every),
        times: numberOf(times),
        skipTaken,
      })
      const who = options.find(({ value }) => value === company)?.label ?? name
      const undo = async () => {
        await run(async () => {
          await sendCommand('POST', '/api/slots/undo-booking', { slotIds: slots.map(({ id }) => id) })
          show({ message: `The booking of ${who} is taken back.` })
          router.refresh()
        })
      }
      show({
        message: `${who} is booked on ${dates.map(formatDay).join(', ')}.`,
        action: { label: 'Undo', act: undo },
      })
      onClose()
      router.refresh()
    } catch (thrown) {
      if (!(thrown instanceof CommandError)) throw thrown
      refuse(thrown.fields)
      setAlarm(thrown.message)
      router.refresh()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Book ${placement.name}`}
      description={`Issue of ${formatDay(date)}${issueId ? '' : '; booking it plans the issue'}`}
    >
      <form
        ref={form}
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void book()
        }}
      >
        {place.scheduled ? (
          <Notice tone="warn">
            This issue is scheduled. It is held from then on until the copy is approved.
          </Notice>
        ) : null}
        <DueNote date={date} placement={placement} today={inventory.today} isHouse={sponsorId === 'house'} />
        <Field label="Company" error={errors.sponsorId}>
          {(control) => (
            <Select
              {...control}
              value={sponsorId}
              onChange={change('sponsorId', setSponsorId)}
              options={options}
            />
          )}
        </Field>
        {sponsorId === NEW ? (
          <Field label="Name of the company" error={errors.name}>
            {(control) => (
              <TextInput {...control} dir="auto" value={name} onChange={change('name', setName)} />
            )}
          </Field>
        ) : null}
        {sponsorId === 'house' ? null : (
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={`Price in ${placement.currency}`} error={errors.price}>
              {(control) => (
                <TextInput
                  {...control}
                  inputMode="decimal"
                  value={price}
                  onChange={change('price', setPrice)}
                />
              )}
            </Field>
            <Field label="Purchase order, if any" error={errors.purchaseOrder}>
              {(control) => (
                <TextInput {...control} value={order} onChange={change('purchaseOrder', setOrder)} />
              )}
            </Field>
          </div>
        )}
        <div className="grid grid-cols-[7rem_1fr] gap-4 sm:grid-cols-2">
          <Field label="How many times" error={errors.times}>
            {(control) => (
              <TextInput
                {...control}
                type="number"
                min={1}
                max={104}
                value={times}
                onChange={change('times', setTimes)}
              />
            )}
          </Field>
          {isSeries ? (
            <Field label="How often" error={errors.every}>
              {(control) => (
                <Select
                  {...control}
                  value={every}
                  onChange={(event) => setEvery(event.target.value)}
                  options={rhythms.map(([value, label]) => ({ value: String(value), label }))}
                />
              )}
            </Field>
          ) : null}
        </div>
        {isSeries ? (
          <div className="grid gap-2">
            <p className="text-[0.8125rem] text-muted">
              {series.map((row, index) => (
                <span key={row.date}>
                  {index > 0 ? ' · ' : ''}
                  <span className={row.taken ? 'text-bad line-through' : ''}>{formatDay(row.date)}</span>
                  {row.taken ? <span className="sr-only"> is taken</span> : null}
                </span>
              ))}
            </p>
            {hasTaken || skipTaken || alarm ? (
              <label className="flex items-center gap-2">
                <input
                  type="checkbox"
                  className="flex-none"
                  checked={skipTaken}
                  onChange={(event) => setSkipTaken(event.target.checked)}
                />
                Leave out dates that are taken or kept apart, and go on
              </label>
            ) : null}
          </div>
        ) : null}
        {alarm ? (
          <Notice tone="bad" alert>
            {alarm}
          </Notice>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" tone="primary" busy={busy}>
            {isSeries ? `Book ${series.length} dates` : 'Book'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
