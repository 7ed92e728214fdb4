import { isUrl } from '@/lib/address/is-url'

/** What browsers, mail programs and feed readers all follow, in characters. */
const LONGEST_ADDRESS = 2048

/** What is wrong with an address, in words for the person who typed it; null when readers can follow it. */
export function addressProblem(text: string): string | null {
  const address = text.trim()
  if (address === '') return 'Add an address, such as https://example.org/article.'
  if (address.length > LONGEST_ADDRESS) {
    const [has, most] = [address.length, LONGEST_ADDRESS].map((count) => count.toLocaleString('en'))
    return `This address has ${has} characters; browsers and mail programs follow at most ${most}.`
  }
  if (/\s/.test(address)) return 'An address holds no spaces. Check what was pasted.'
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase()
  if (!scheme || !address.includes('://')) {
    return scheme && scheme !== 'http' && scheme !== 'https'
      ? `Readers can’t follow “${scheme}:” addresses. Use http:// or https://.`
      : 'Start the address with https:// or http://.'
  }
  if (scheme !== 'http' && scheme !== 'https') {
    return `Readers can’t follow “${scheme}:” addresses. Use http:// or https://.`
  }
  if (!isUrl(address)) return 'This address can’t be read. Check its host and its colons.'
  const { hostname, username } = new URL(address)
  if (username) return 'This address holds a user name. Remove what stands before the “@”.'
  if (!hostname.includes('.') && !hostname.startsWith('[')) return `“${hostname}” is not a public host name.`
  return null
}

/** Host without `www.`; null for what is no http(s) address. */
export function hostOf(address: string): string | null {
  if (addressProblem(address) !== null) return null
  return new URL(address.trim()).hostname.replace(/^www\./, '')
}

/** A host as people write it, as it is compared: of an address its host, in ASCII, without `www.`; null for no host. */
export function hostTyped(text: string): string | null {
  const written = text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\.?\/?$/, '')
  if (written === '' || /[\s/?#@:]/.test(written)) return null
  const host = hostOf(`https://${written}`)
  return host && /[a-z]/.test(host.split('.').at(-1) ?? '') ? host : null
}

/** What is wrong with a host that somebody typed; null where it is one. */
export function hostProblem(text: string): string | null {
  if (hostTyped(text)) return null
  const rest = /^https?:\/\//i.test(text.trim()) ? ' Leave out what stands behind it.' : ''
  return `“${text.trim().slice(0, 60)}” is no host. Write one such as example.org.${rest}`
}
