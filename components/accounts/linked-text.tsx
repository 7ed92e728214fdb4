import { Fragment } from 'react'

const address = /(https?:\/\/[^\s<>]+)/

/** Plain text as it was written, its addresses made into links. */
export function LinkedText({ text }: { text: string }) {
  const parts = text.split(address).map((part, index) => ({ part, at: index }))
  return (
    <pre className="font-ui text-sm whitespace-pre-wrap">
      {parts.map(({ part, at }) =>
        address.test(part) ? (
          <a key={at} href={part} rel="noopener" className="text-accent underline underline-offset-2">
            {part}
          </a>
        ) : (
          <Fragment key={at}>{part}</Fragment>
        ),
      )}
    </pre>
  )
}
