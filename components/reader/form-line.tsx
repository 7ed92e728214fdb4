import type { ComponentProps, ReactNode } from 'react'

type Control = Pick<ComponentProps<'input'>, 'id' | 'aria-describedby' | 'aria-invalid'>
type LineProps = {
  /** Of the field, and its id. */
  name: string
  label: string
  problem: string | undefined
  children: (control: Control) => ReactNode
}

/** A label, its control, and what is wrong with it. */
export function FormLine({ name, label, problem, children }: LineProps) {
  return (
    <div className="line">
      <label htmlFor={name}>{label}</label>
      {children({
        id: name,
        'aria-describedby': problem ? `${name}-problem` : undefined,
        'aria-invalid': problem ? true : undefined,
      })}
      {problem && (
        <p id={`${name}-problem`} className="wrong">
          {problem}
        </p>
      )}
    </div>
  )
}
