import { describe, expect, test } from 'vitest'
import { isPublicAddress, parseRedirect, parseWritten } from './rules'

describe('isPublicAddress', () => {
  test.each(['1.1.1.1', '93.184.216.34', '223.255.255.254', '2606:4700:4700::1111', '2a00:1450:4001::200e'])(
    'takes %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )

  test.each([
    ['loopback', '127.0.0.1'],
    ['loopback, not written in full', '127.1'],
    ['a number', '2130706433'],
    ['this network', '0.0.0.0'],
    ['private', '10.1.2.3'],
    ['private', '172.31.255.255'],
    ['private', '192.168.0.1'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['link-local', '169.254.169.254'],
    ['IETF protocols', '192.0.0.1'],
    ['6to4 relays', '192.88.99.1'],
    ['documentation', '203.0.113.9'],
    ['benchmarks', '198.19.0.1'],
    ['multicast', '224.0.0.251'],
    ['reserved', '250.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified, IPv6', '::'],
    ['loopback, IPv6', '::1'],
    ['mapped', '::ffff:1.1.1.1'],
    ['compatible', '::1.1.1.1'],
    ['translated', '::ffff:0:1.1.1.1'],
    ['NAT64', '64:ff9b::101:101'],
    ['local NAT64', '64:ff9b:1::101:101'],
    ['6to4', '2002:101:101::'],
    ['Teredo', '2001:0:101:101::1'],
    ['documentation, IPv6', '2001:db8::1'],
    ['unique local', 'fd00:ec2::254'],
    ['link-local, IPv6', 'fe80::1'],
    ['with a zone', '2606:4700::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast, IPv6', 'ff02::1'],
    ['discard', '100::1'],
    ['outside what is handed out', '4000::1'],
    ['no address', 'example.com'],
    ['nothing', ''],
  ])('refuses %s: %s', (_what, address) => expect(isPublicAddress(address)).toBe(false))
})

describe('parseWritten', () => {
  test.each([
    ['https://acme.example/?utm=x', 'https://acme.example/?utm=x'],
    ['HTTP://Acme.Example:8080/a?b=\\c#d', 'http://acme.example:8080/a?b=\\c#d'],
    ['https://acme.example.', 'https://acme.example/'],
    ['https://[2606:4700::1]/', 'https://[2606:4700::1]/'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ])('reads %s', (address, url) => expect(parseWritten(address)?.href).toBe(url))

  test.each([
    'ftp://acme.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '//acme.example/',
    'https:/acme.example/',
    'https:\\\\acme.example\\',
    'https://acme.example\\@other.example/',
    ' https://acme.example/',
    'https://',
    'https://me@acme.example/',
    'https://me:pass@acme.example/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://app.localhost/',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://router.home.arpa/',
    'https://intranet/',
    'https://acme.example:22/',
    'https://acme.example:6667/',
    'https://acme.example:99999/',
    'https://acme.example%00.other.example/',
  ])('refuses %s', (address) => expect(parseWritten(address)).toBeNull())
})

describe('parseRedirect', () => {
  const from = new URL('https://acme.example/a/b?c#here')
  test.each([
    ['relative', '../d', 'https://acme.example/d#here'],
    ['without a scheme', '//other.example/', 'https://other.example/#here'],
    ['with a fragment of its own', '/#there', 'https://acme.example/#there'],
    ['in UTF-8', Buffer.from('/é').toString('latin1'), 'https://acme.example/%C3%A9#here'],
    ['as browsers mend it', ' http:\\\\other.example\\', 'http://other.example/#here'],
  ])('follows one %s', (_how, location, url) => expect(parseRedirect(location, from)?.href).toBe(url))

  test.each([
    'ftp://acme.example/',
    'mailto:me@acme.example',
    'https://me@acme.example/',
    'http://localhost/',
    'http://acme.example:25/',
    'http://[',
  ])('refuses %s', (location) => expect(parseRedirect(location, from)).toBeNull())
})
