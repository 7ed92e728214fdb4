'use client'

import type { ComponentProps } from 'react'
import { inputClass } from './input-class'
import { useTypedBefore } from './use-typed-before'

/** Several lines of text; grows with them where the browser can. */
export function TextArea({ className = '', ...rest }: ComponentProps<'textarea'>) {
  useTypedBefore(rest.id)
  return (
    <textarea rows={4} {...rest} className={`${inputClass} field-sizing-content min-h-24 ${className}`} />
  )
}
