import type { ComponentProps } from 'react'
import { inputClass } from './input-class'

export type Option = { value: string; label: string }

type Props = ComponentProps<'select'> & { options: readonly Option[] }

/** One of a few: the browser's own list, which every keyboard and reader knows. */
export function Select({ options, className = '', ...rest }: Props) {
  return (
    <select {...rest} className={`${inputClass} ${className}`}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
