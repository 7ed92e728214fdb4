'use client'

type Props = { error: Error & { digest?: string } }

const page = {
  colorScheme: 'light dark',
  boxSizing: 'border-box',
  minHeight: '100dvh',
  margin: 0,
  padding: '20vh 1rem',
  textAlign: 'center',
  font: '0.875rem/1.5 system-ui, sans-serif',
  background: 'light-dark(#f6f5f2, #131211)',
  color: 'light-dark(#1f1c18, #e8e3d9)',
} as const

/**
 * Where not even the studio's frame could be made, such as while the database is away. Its style is its own, since a
 * style sheet here would go out with every page. Readers' errors are answered by our server.
 */
export default function GlobalError({ error }: Props) {
  return (
    <html lang="en">
      <body style={page}>
        <title>Out of order · Gleaner</title>
        <main>
          <h1 style={{ fontSize: '1.25rem' }}>This page could not be shown</h1>
          <p>What you saved is safe. Reload in a moment; if it stays, tell the operator this id.</p>
          <p>
            <code>{error.digest ?? 'no id'}</code>
          </p>
          <button
            type="button"
            onClick={() => window.location.reload()}
            style={{ padding: '0.625rem 1rem', font: 'inherit' }}
          >
            Reload
          </button>
        </main>
      </body>
    </html>
  )
}
