import type { ComponentProps } from 'react'
import { inputClass } from './text-input'

/** Several lines of text; grows with them where the browser can. */
export function TextArea({ className = '', ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea rows={4} {...rest} className={`${inputClass} field-sizing-content min-h-24 ${className}`} />
  )
}
