import { type ReactNode, useId } from 'react'

/** What a control takes from its field: its id, and which texts describe it. */
export type ControlProps = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

type Props = {
  label: ReactNode
  hint?: ReactNode
  error?: string | null | undefined
  /** For a label that the sighted read from the surroundings. */
  hideLabel?: boolean
  className?: string
  children: (control: ControlProps) => ReactNode
}

/** A label, its control, a hint, and the error next to it; works on the server too, with no script. */
export function Field({ label, hint, error, hideLabel = false, className = '', children }: Props) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={`grid content-start gap-1 ${className}`}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'font-medium'}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint ? (
        <div id={`${id}-hint`} className="text-[0.8125rem] text-muted">
          {hint}
        </div>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  )
}

/** What is wrong, beside the control that it is about. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-[0.8125rem] font-medium text-bad">
      <span aria-hidden="true">▲ </span>
      {children}
    </p>
  )
}
