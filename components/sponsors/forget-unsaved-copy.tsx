'use client'

import { useEffect } from 'react'
import { browserStore, forgetUnsavedCopy } from './copy-journal'

/** On the page after leaving a computer that others use: what was typed there and not saved goes too. */
export function ForgetUnsavedCopy() {
  useEffect(() => forgetUnsavedCopy(browserStore()), [])
  return null
}
