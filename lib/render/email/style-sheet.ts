import { dark, light } from './colours'

const WHEN_DARK = '(prefers-color-scheme:dark)'

/** A mail of ours as a program with a dark scheme shows it, whatever scheme one looks at it in. */
export const inTheDark = (html: string): string =>
  html
    .replace(`@media ${WHEN_DARK}`, '@media all')
    .replace(':root{color-scheme:light dark', ':root{color-scheme:dark')

/** The same as one without shows it. */
export const inTheLight = (html: string): string =>
  html
    .replace(`@media ${WHEN_DARK}`, '@media not all')
    .replace(':root{color-scheme:light dark', ':root{color-scheme:light')

/**
 * What no attribute can say: the dark scheme, the phone, and links that were followed. Programs that drop it show the
 * light look, which is on the elements. `.m` is muted text, `.r` has a rule, `.k` is marked by a background.
 * @param accent `#rrggbb` in the dark scheme
 */
export function styleSheet(accent: string): string {
  const visited = ({ visited: colour }: { visited: string }) =>
    `h2 a:visited,h3 a:visited{color:${colour}!important}`
  const inDark = [
    `body,.page{background:${dark.paper}!important}`,
    `h1,td,th,a{color:${dark.ink}!important}`,
    `a{text-decoration-color:${accent}!important}`,
    `.m,.m a{color:${dark.muted}!important}`,
    `.r{border-color:${dark.rule}!important}`,
    `hr{background:${dark.rule}!important}`,
    `.k{background:${dark.marked}!important}`,
    `blockquote{border-color:${accent}!important}`,
    visited(dark),
  ]
  return [
    ':root{color-scheme:light dark;supported-color-schemes:light dark}',
    visited(light),
    '@media (max-width:480px){h1{font-size:30px!important}}',
    `@media ${WHEN_DARK}{${inDark.join('')}}`,
  ].join('')
}
