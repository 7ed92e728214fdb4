import { type ComponentProps, type ReactNode, useId } from 'react'

type Props = Omit<ComponentProps<'input'>, 'type' | 'id'> & { label: ReactNode; hint?: ReactNode }

/** A box to tick, with its label beside it; the label is part of what can be pressed. */
export function Checkbox({ label, hint, className = '', ...rest }: Props) {
  const id = useId()
  return (
    <div className={`flex items-start gap-2 pointer-coarse:min-h-11 ${className}`}>
      <input
        type="checkbox"
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...rest}
        className="mt-0.5 size-4 flex-none accent-accent pointer-coarse:size-5"
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <div id={`${id}-hint`} className="text-[0.8125rem] text-muted">
            {hint}
          </div>
        ) : null}
      </div>
    </div>
  )
}
