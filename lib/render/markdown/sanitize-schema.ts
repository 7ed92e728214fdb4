import type { Options } from 'rehype-sanitize'

/**
 * The one schema of the one sanitiser, for Markdown from curators, sponsors and imports alike: what a newsletter's
 * commentary needs, and nothing that loads, runs, or names something on the page. It runs last, over what our own
 * steps made too.
 */
export const sanitizeSchema: Options = {
  tagNames: [
    ...['p', 'br', 'hr', 'em', 'strong', 'del', 'code', 'pre', 'a', 'blockquote', 'footer', 'ul', 'ol', 'li'],
    ...['h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: {
    '*': [['dir', 'ltr', 'rtl']],
    a: ['href', 'title', ['rel', 'noopener', 'sponsored']],
    ol: ['start'],
    th: [['align', 'left', 'center', 'right']],
    td: [['align', 'left', 'center', 'right']],
  },
  ancestors: {
    thead: ['table'],
    tbody: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style', 'template'],
}
