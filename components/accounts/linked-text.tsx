import { Fragment } from 'react'

const address = /(https?:\/\/[^\s<>]+)/

/** Plain text as it was written, its addresses made into links. */
export function LinkedText({ text }: { text: string }) {
  const parts = text.split(address).map((part, index) => ({ part, at: index }))
  return (
    <pre className="font-ui text-sm whitespace-pre-wrap">
      {parts.map(({ part, at }) =>
        address.test(part) ? (
          <a key={at} href={part} rel="noopener">
            {part}
          </a>
        ) : (
          <Fragment key={at}>{part}</Fragment>
        ),
      )}
    </pre>
  )
}
