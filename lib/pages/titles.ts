import { isUrl } from '@/lib/address/is-url'

const separator = /\s+(?:\||·|•|»|«|::|[-–—])\s+/u

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether a part of a title only says whose page it is. */
function namesSite(part: string, site: string, host: string): boolean {
  const name = plain(part)
  if (name === '') return true
  if (name === plain(site)) return true
  // “The Example Blog” on blog.example.com, “example.com” on example.com.
  const labels = host
    .split('.')
    .slice(0, -1)
    .filter((label) => label.length > 3)
  return (
    name === plain(host) ||
    labels.some((label) => name.startsWith(plain(label)) && name.length < label.length + 8)
  )
}

/** A title without the site’s name before or behind it, as “Why tides turn | Example Blog” has it. */
export function withoutSite(title: string, site: string, address: string): string {
  const host = isUrl(address) ? new URL(address).hostname.replace(/^www\./, '') : ''
  const parts = title.split(separator)
  if (parts.length < 2) return title
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (namesSite(last, site, host))
    return title
      .slice(0, title.lastIndexOf(last))
      .replace(/\s+\S+\s*$/, '')
      .trim()
  if (plain(site) !== '' && plain(first) === plain(site))
    return title
      .slice(first.length)
      .replace(/^\s+\S+\s+/, '')
      .trim()
  return title
}
