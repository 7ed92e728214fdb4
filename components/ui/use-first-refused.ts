'use client'

import { type RefObject, useEffect } from 'react'

/**
 * Takes the focus to the first field of a form that was refused, so that its error is read out and nobody looks for it.
 * @param refused what was wrong, anew with each press; null or undefined for nothing
 */
export function useFirstRefused(form: RefObject<HTMLElement | null>, refused: unknown): void {
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [form, refused])
}
