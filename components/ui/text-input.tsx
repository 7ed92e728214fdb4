'use client'

import type { ComponentProps } from 'react'
import { inputClass } from './input-class'
import { useTypedBefore } from './use-typed-before'

/** A line of text; give it what `Field` hands out. */
export function TextInput({ className = '', ...rest }: ComponentProps<'input'>) {
  useTypedBefore(rest.id)
  return <input type="text" {...rest} className={`${inputClass} ${className}`} />
}
