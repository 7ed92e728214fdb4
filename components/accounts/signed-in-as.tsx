type Props = {
  email: string
  /** Where this person can go on to; null when nothing here is theirs to see. */
  next: string | null
}

/** For somebody who comes to the sign-in page and is signed in already. */
export function SignedInAs({ email, next }: Props) {
  return (
    <>
      <h1>You are signed in</h1>
      <p>
        As <strong>{email}</strong>.{' '}
        {next
          ? null
          : 'This account has no access to the studio, and stands for no sponsor. An owner can change that.'}
      </p>
      {next ? (
        <a className="button primary" href={next}>
          Go on
        </a>
      ) : null}
      <form method="post" action="/api/sign-out">
        <button type="submit">Sign out</button>
      </form>
    </>
  )
}
