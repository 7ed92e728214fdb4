/** What readers see before the first issue. */
export function NothingYet({ title }: { title: string }) {
  return (
    <div className="nothing">
      <h1>{title}</h1>
      <p>
        The first issue isn’t out yet. Follow the <a href="/feed.xml">feed</a>, and it comes to you.
      </p>
    </div>
  )
}
