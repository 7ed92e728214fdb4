/** Items that are about the page itself, by the end of their type’s address. */
const ofPages = /\/(?:\w*Article|\w*Posting|WebPage|Report|VideoObject|Book|CreativeWork|SoftwareSourceCode)$/
/** What of them is read, and what of a person or an organisation within them. */
const wanted = new Set(['headline', 'name', 'author', 'creator', 'publisher', 'datePublished', 'inLanguage'])
const LONGEST = 300

type Scope = { depth: number; type: string; property: string }
type Catch = { depth: number; key: string; text: string }

/**
 * Microdata (WHATWG HTML, 5) of the page’s own item, as far as its facts need it: `headline`, `author`, `author.name`
 * and so on, the first of each; what is nested deeper is left out.
 */
export class Microdata {
  readonly found = new Map<string, string>()
  private scopes: Scope[] = []
  private catching: Catch[] = []

  /** @param depth how many elements are open around it */
  open(attrs: readonly { name: string; value: string }[], depth: number, isVoid: boolean): void {
    const attribute = (name: string) => attrs.find((attr) => attr.name === name)?.value
    const property = attribute('itemprop')?.trim().split(/\s+/)[0] ?? ''
    const isScope = attribute('itemscope') !== undefined
    if (property !== '' && !isScope) {
      const key = this.keyOf(property)
      const value = attribute('content') ?? attribute('datetime')
      if (key && !this.found.has(key)) {
        if (value !== undefined) this.keep(key, value)
        else if (!isVoid && this.catching.length < 10) this.catching.push({ depth, key, text: '' })
      }
    }
    if (isScope && !isVoid && this.scopes.length < 20)
      this.scopes.push({ depth, type: attribute('itemtype')?.trim() ?? '', property })
  }

  text(text: string): void {
    for (const each of this.catching) if (each.text.length < LONGEST) each.text += text
  }

  /** @param depth how many elements are still open */
  close(depth: number): void {
    while ((this.catching.at(-1)?.depth ?? -1) >= depth) {
      const done = this.catching.pop()
      if (done) this.keep(done.key, done.text)
    }
    while ((this.scopes.at(-1)?.depth ?? -1) >= depth) this.scopes.pop()
  }

  private keyOf(property: string): string | null {
    const at = this.scopes.findLastIndex(({ type }) => ofPages.test(type))
    const inner = this.scopes.slice(at + 1)
    if (at < 0 || inner.length > 1 || !wanted.has(property)) return null
    const [within] = inner
    return within ? (within.property === '' ? null : `${within.property}.${property}`) : property
  }

  private keep(key: string, value: string): void {
    const text = value.replace(/\s+/g, ' ').trim().slice(0, LONGEST)
    if (text !== '' && !this.found.has(key)) this.found.set(key, text)
  }
}
