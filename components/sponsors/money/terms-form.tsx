'use client'

import { useEffect, useRef, useState } from 'react'
import { CommandProblem } from '@/components/accounts/command-problem'
import { useFormCommand } from '@/components/accounts/use-form-command'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { useToast } from '@/components/ui/toast'
import { readMoney, writeMoney } from '@/lib/money/rules'
import type { MoneyRow } from '@/lib/sales/schema'

type Props = { row: MoneyRow; name: string; close: () => void }

const text = (data: FormData, name: string) => String(data.get(name) ?? '').trim()

/** What was typed, as far as it is another than before. @returns null where the price is no amount */
function changedTerms(row: MoneyRow, data: FormData): Record<string, unknown> | null {
  const currency = text(data, 'currency').toUpperCase()
  const price = readMoney(text(data, 'price'), currency)
  if (price === null) return null
  const [purchaseOrder, invoice] = [text(data, 'purchaseOrder'), text(data, 'invoice')]
  const terms = { price, currency, purchaseOrder, invoice, paidOn: text(data, 'paidOn') || null }
  return Object.fromEntries(
    Object.entries(terms).filter(([name, value]) => row[name as keyof typeof terms] !== value),
  )
}

export function TermsForm({ row, name, close }: Props) {
  const { send, busy, error } = useFormCommand()
  const toast = useToast()
  const [wrongPrice, setWrongPrice] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  async function save(data: FormData): Promise<void> {
    const fields = changedTerms(row, data)
    setWrongPrice(fields ? '' : 'Write an amount such as 450 or 99.50.')
    if (!fields) return
    const same = Object.keys(fields).length === 0
    if (!same && !(await send('PATCH', `/api/slots/${row.id}`, { fields }))) return
    if (!same) toast({ message: `Saved for ${name}.` })
    close()
  }

  const field = (key: string, label: string, value: string, type = 'text') => (
    <Field label={label} error={error?.fields[key] ?? (key === 'price' ? wrongPrice : null)}>
      {(control) => <TextInput {...control} name={key} type={type} defaultValue={value} autoComplete="off" />}
    </Field>
  )
  return (
    <form
      ref={form}
      noValidate
      aria-label={`Money of ${name}`}
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void save(new FormData(event.currentTarget))
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <p className="font-medium" dir="auto">
        {name}
      </p>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[6rem_5rem_1fr_1.5fr_10.5rem]">
        {field('price', 'Price', writeMoney(row.price, row.currency))}
        {field('currency', 'Currency', row.currency)}
        {field('purchaseOrder', 'Purchase order', row.purchaseOrder)}
        {field('invoice', 'Invoice, number or link', row.invoice)}
        {field('paidOn', 'Paid on', row.paidOn ?? '', 'date')}
      </div>
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={busy}>
          Save
        </Button>
        <Button tone="quiet" onClick={close}>
          Cancel
        </Button>
      </div>
      <CommandProblem error={error} path="/admin/sponsors/money" />
    </form>
  )
}
