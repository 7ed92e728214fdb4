/** Above what a company is asked or told, with the way back to what is for sale. */
export function SponsorsHead({ publication, title }: { publication: string; title: string }) {
  return (
    <header className="issue-head">
      <p className="eyebrow">
        <a href="/sponsor-us">For sponsors of {publication}</a>
      </p>
      <h1>{title}</h1>
    </header>
  )
}
