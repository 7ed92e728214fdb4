import type { ReactNode } from 'react'

type Props = {
  action: string
  problems: Readonly<Record<string, string | undefined>>
  submit: string
  children: ReactNode
}

/**
 * A form of readers' pages: plain HTML, which works wherever the page itself does. Says first what is wrong with what was
 * sent, and has a field that only programs fill in.
 */
export function ReaderForm({ action, problems, submit, children }: Props) {
  const isMarked = Object.values(problems).some(Boolean)
  const general =
    problems.form ?? (isMarked ? 'This couldn’t be sent yet. Look at what is marked below.' : '')
  return (
    <form method="post" action={action} className="request" noValidate>
      {general && (
        <p className="problem" role="alert">
          {general}
        </p>
      )}
      {children}
      <div className="unseen" aria-hidden="true">
        <label>
          Leave this empty <input name="reference" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <p>
        <button type="submit">{submit}</button>
      </p>
    </form>
  )
}
