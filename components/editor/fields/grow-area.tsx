'use client'

import { type ComponentProps, type RefObject, useLayoutEffect } from 'react'

type Props = ComponentProps<'textarea'> & { value: string; area: RefObject<HTMLTextAreaElement | null> }

/** A text area as high as its text. Browsers that size fields by content do it themselves. */
export function GrowArea({ value, area, className = '', ...rest }: Props) {
  useLayoutEffect(() => {
    const element = area.current
    if (!element || CSS.supports('field-sizing', 'content')) return
    element.style.height = 'auto'
    // The text is what the height depends on.
    element.style.height = `${value === '' ? 0 : element.scrollHeight}px`
  }, [value, area])
  return <textarea ref={area} rows={1} value={value} className={`ed-area ${className}`} {...rest} />
}
