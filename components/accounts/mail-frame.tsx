/** Links of the message open in a tab of their own; nothing else of it does anything. */
const inNewTab = '<base target="_blank">'

/**
 * The HTML of a message, shut in: no script, no forms, no cookies, an origin of its own. It takes its content policy
 * from the page around it. Following a link leaves the frame for a tab without these limits.
 */
export function MailFrame({ html, subject }: { html: string; subject: string }) {
  return (
    <iframe
      title={`The message “${subject}”`}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={html.replace(/<head>|$/, (head) => `${head}${inNewTab}`)}
      className="h-136 w-full rounded-lg border border-rule bg-[#f6f5f2]"
    />
  )
}
