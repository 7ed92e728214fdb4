import type { ReactNode } from 'react'

const widths = { wide: 'max-w-6xl', text: 'max-w-3xl' }

/** The body of a page of the studio, to which the skip link leads. */
export function Page({ width = 'wide', children }: { width?: keyof typeof widths; children: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={`mx-auto w-full px-4 pt-6 pb-24 outline-none sm:px-6 ${widths[width]}`}
    >
      {children}
    </main>
  )
}
