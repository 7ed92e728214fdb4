'use client'

import { Search } from 'lucide-react'
import Form from 'next/form'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { filterPath } from '@/lib/issue-list/rules'
import type { IssueFilter } from '@/lib/issue-list/schema'

type Props = { filter: IssueFilter; years: readonly number[] }

/** Text, number and year; the address holds them, so that a filtered list can be kept and sent on. */
export function FilterForm({ filter, years }: Props) {
  const router = useRouter()
  const options = [
    { value: '', label: 'Any year' },
    ...years.map((year) => ({ value: String(year), label: String(year) })),
  ]
  const isNarrowed = filter.q !== '' || filter.year !== null || filter.state !== null
  return (
    <Form action="/admin/issues" role="search" className="flex flex-wrap items-center gap-2">
      {filter.state ? <input type="hidden" name="state" value={filter.state.toLowerCase()} /> : null}
      <Field label="Find an issue by text or number" hideLabel className="min-w-36 flex-1 sm:max-w-xs">
        {(control) => (
          <TextInput
            {...control}
            key={filter.q}
            type="search"
            name="q"
            defaultValue={filter.q}
            placeholder="Text, address or number"
            autoComplete="off"
          />
        )}
      </Field>
      <Field label="Year" hideLabel className="w-30">
        {(control) => (
          <Select
            {...control}
            key={filter.year}
            name="year"
            options={options}
            defaultValue={filter.year ?? ''}
            onChange={({ target: { value } }) =>
              router.push(filterPath({ ...filter, year: Number(value) || null, after: null }))
            }
          />
        )}
      </Field>
      <Button type="submit">
        <Search aria-hidden="true" size={15} />
        <span className="max-sm:sr-only">Find</span>
      </Button>
      {isNarrowed ? (
        <Link href="/admin/issues" className="px-2 py-2 text-accent">
          Show all
        </Link>
      ) : null}
    </Form>
  )
}
