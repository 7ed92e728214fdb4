import type { ComponentProps } from 'react'

export type ButtonTone = 'plain' | 'primary' | 'quiet' | 'danger'

const tones: Record<ButtonTone, string> = {
  plain: 'border-edge bg-pane text-ink hover:bg-sunk',
  primary: 'border-ink bg-ink text-pane font-semibold hover:opacity-90',
  quiet: 'border-transparent bg-transparent text-muted hover:bg-sunk hover:text-ink',
  danger: 'border-bad bg-pane text-bad hover:bg-sunk',
}

/** The look of a button, for links that stand beside buttons. A finger gets 44 px (WCAG 2.5.5). */
export function buttonClass(tone: ButtonTone = 'plain', extra = ''): string {
  return `inline-flex min-h-9 items-center justify-center gap-1.5 rounded-md border px-3 text-[0.8125rem] leading-none font-medium no-underline select-none pointer-coarse:min-h-11 disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 ${tones[tone]} ${extra}`
}

type Props = ComponentProps<'button'> & { tone?: ButtonTone; busy?: boolean }

/** A button. While `busy` it keeps the focus and takes no press. */
export function Button({ tone = 'plain', busy = false, className = '', onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      {...(busy ? { onClick: (event) => event.preventDefault() } : onClick ? { onClick } : {})}
      className={buttonClass(tone, className)}
    />
  )
}
