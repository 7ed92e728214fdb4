'use client'

import { type ComponentProps, type RefObject, useLayoutEffect } from 'react'
import { BLURB_BYTES } from '@/lib/issues/schema'

type Props = ComponentProps<'textarea'> & { value: string; area: RefObject<HTMLTextAreaElement | null> }

/**
 * A text area as high as its text. Browsers that size fields by content do it themselves. One with more text than can
 * be saved keeps a height of its own: measuring that much at each letter would hold the page up.
 */
export function GrowArea({ value, area, className = '', ...rest }: Props) {
  const long = value.length > BLURB_BYTES
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    if (long) element.style.height = ''
    if (long || CSS.supports('field-sizing', 'content')) return
    element.style.height = 'auto'
    // The text is what the height depends on.
    element.style.height = `${value === '' ? 0 : element.scrollHeight}px`
  }, [value, area, long])
  return (
    <textarea
      ref={area}
      rows={1}
      value={value}
      className={`ed-area ${className}`}
      {...rest}
      {...(long ? { 'data-long': '', spellCheck: false } : {})}
    />
  )
}
