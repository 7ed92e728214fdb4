import { readFileSync } from 'node:fs'
import { corpusFiles } from '@/lib/testing/corpus'
import type { Random } from '@/rigs/random'

/** Ways to write an address that leads inside, and what no fetch is for; ours, so that it is tried everywhere. */
const ownTargets = [
  'http://127.0.0.1/',
  'https://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://0/',
  'http://127.0.0.1./',
  'http://localhost/',
  'http://LOCALHOST./',
  'http://a.localhost/',
  'http://metadata.google.internal/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[fe80::1%25lo]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://①②⑦.⓪.⓪.①/',
  'http://127。0。0。1/',
  'http://me:pass@127.0.0.1/',
  'http://acme.example@127.0.0.1/',
  'http://127.0.0.1#@acme.example/',
  'http://acme.example\\@127.0.0.1/',
  'http:/127.0.0.1/',
  'http:\\\\127.0.0.1\\',
  '//127.0.0.1/',
  ' http://127.0.0.1/',
  'http://127.0.0.1%00.acme.example/',
  'http://127.0.0.1%0d%0aHost:%20x/',
  'file:///etc/passwd',
  'gopher://127.0.0.1/_INFO',
  'ftp://127.0.0.1/',
  'data:text/html,x',
  'javascript:alert(1)',
]

/** The corpus's list: an address, a tab, what it is; lines of `#` are remarks. */
function corpusTargets(): string[] {
  return corpusFiles('hostile', /^ssrf-targets\.txt$/).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t')[0] ?? ''),
  )
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

/** A loopback address, in one of the spellings that some program or other takes for it. */
export function spellLoopback(random: Random): string {
  const octets = [127, random.below(256), random.below(256), 1 + random.below(254)] as const
  const [a, b, c, d] = octets
  const number = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d
  const groups = `${hex(a * 256 + b, 4)}:${hex(c * 256 + d, 4)}`
  const odd = (octet: number) =>
    random.pick([String(octet), `0x${octet.toString(16)}`, `0${octet.toString(8)}`])
  return random.pick([
    octets.join('.'),
    octets.map(odd).join('.'),
    `${odd(a)}.${b * 2 ** 16 + c * 2 ** 8 + d}`,
    `${odd(a)}.${odd(b)}.${c * 256 + d}`,
    String(number),
    `0x${hex(number, 8)}`,
    `0${number.toString(8)}`,
    octets.join('。'),
    [...octets.join('.')]
      .map((char) => (char === '.' ? char : String.fromCodePoint(char.charCodeAt(0) + 0xfee0)))
      .join(''),
    `[::ffff:${octets.join('.')}]`,
    `[::ffff:${groups}]`,
    `[::${groups}]`,
    `[::ffff:0:${groups}]`,
    `[64:ff9b::${groups}]`,
    `[64:ff9b:1::${groups}]`,
    `[2002:${groups}::1]`,
    `[2001:0:${groups}::1]`,
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::]',
    'localhost',
    'LocalHost.',
  ])
}

/** With the port of a server that listens, so that nothing is refused for want of one; as it is where that can't be. */
function withPort(target: string, port: number): string {
  return target.replace(/^(\s*\w+:[/\\]*(?:[^/?#]*@)?(?:\[[^\]]*\]|[^/?#:\\]+))(?::\d+)?/, `$1:${port}`)
}

/** Everything to try: each address as it is and with the port, and `spelled` more. */
export function targetsFor(port: number, spelled: number, random: Random): string[] {
  const listed = [...new Set([...ownTargets, ...corpusTargets()])]
  const more = Array.from({ length: spelled }, () => `http://${spellLoopback(random)}:${port}/`)
  return [...listed, ...listed.map((target) => withPort(target, port)), ...more]
}
