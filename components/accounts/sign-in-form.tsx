import type { Provider } from '@/lib/accounts/schema'
import { emailSchema } from '@/lib/accounts/schema'

const names: Record<Provider, string> = { github: 'GitHub', google: 'Google' }

type Props = {
  /** What had been typed when the form came back. */
  email?: string | undefined
  /** Whether that can't be an address. */
  invalid?: boolean
  /** Where to go afterwards. */
  next: string
  providers: readonly Provider[]
}

/** What is wrong with an address, in the words that a save would use. */
function emailProblem(email: string): string {
  return emailSchema.safeParse(email).error?.issues[0]?.message ?? ''
}

/** Asks for a link by mail, or goes to a provider. Plain forms: they work without script. */
export function SignInForm({ email = '', invalid = false, next, providers }: Props) {
  const problem = invalid ? emailProblem(email) : ''
  return (
    <>
      <form method="post" action="/api/sign-in">
        <label htmlFor="email">Email address</label>
        <input
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          defaultValue={email}
          {...(problem ? { 'aria-invalid': true, 'aria-describedby': 'email-problem' } : {})}
        />
        {problem ? (
          <p className="field-problem" id="email-problem">
            {problem}
          </p>
        ) : null}
        <input type="hidden" name="next" value={next} />
        <button type="submit" className="primary">
          Mail me a sign-in link
        </button>
      </form>
      {providers.length > 0 ? <p className="or">or</p> : null}
      {providers.map((provider) => (
        <form key={provider} method="post" action="/api/sign-in/provider">
          <input type="hidden" name="provider" value={provider} />
          <input type="hidden" name="next" value={next} />
          <button type="submit">Continue with {names[provider]}</button>
        </form>
      ))}
    </>
  )
}
