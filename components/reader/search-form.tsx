import type { Tongue } from '@/lib/document/language'
import { Glass } from '@/lib/render/blocks/search-field'
import { spoken, wordsOf } from '@/lib/render/words/words-of'
import { hasFilters, type SearchRequest } from '@/lib/search/rules'

type Choice = { value: string; label: string }
type Choices = { years: Choice[]; sections: Choice[]; topics: Choice[] }

type SelectProps = { name: string; label: string; any: string; choices: Choice[]; chosen: string | null }

/** One of the filters; what the address names is among its choices, even if nothing has it. */
function Select({ name, label, any, choices, chosen }: SelectProps) {
  const known = chosen === null || choices.some(({ value }) => value === chosen)
  const all = known ? choices : [...choices, { value: chosen, label: chosen }]
  if (all.length === 0) return null
  return (
    <label>
      {label}
      <select name={name} defaultValue={chosen ?? ''}>
        <option value="">{any}</option>
        {all.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}

type Props = { request: SearchRequest; choices: Choices; around: Tongue }

/** The search itself: what is looked for, and by what it is narrowed. Without script. */
export function SearchForm({ request: { typed, filters }, choices, around }: Props) {
  const words = wordsOf(around.lang)
  const { search, archive, narrow, year, section, topic, site, any } = words.search
  return (
    <search className="search" {...spoken(words, around)}>
      <form action="/search">
        <div className="asked">
          <label className="unseen" htmlFor="q">
            {archive}
          </label>
          <input
            id="q"
            type="search"
            name="q"
            defaultValue={typed}
            placeholder={archive}
            dir="auto"
            maxLength={400}
            autoComplete="off"
          />
          <button type="submit">
            <Glass />
            <span>{search}</span>
          </button>
        </div>
        <details open={hasFilters(filters)}>
          <summary>{narrow}</summary>
          <div className="filters">
            <Select
              name="year"
              label={year}
              any={any}
              choices={choices.years}
              chosen={filters.year === null ? null : String(filters.year)}
            />
            <Select
              name="section"
              label={section}
              any={any}
              choices={choices.sections}
              chosen={filters.section}
            />
            <Select name="topic" label={topic} any={any} choices={choices.topics} chosen={filters.topic} />
            <label>
              {site}
              <input
                name="host"
                defaultValue={filters.host ?? ''}
                placeholder="example.org"
                dir="ltr"
                maxLength={253}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
            </label>
          </div>
        </details>
      </form>
    </search>
  )
}
