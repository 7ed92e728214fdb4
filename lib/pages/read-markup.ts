import { type Token, Tokenizer, TokenizerMode } from 'parse5'
import { Microdata } from './microdata'
import { oneLine } from './words'

/** What stands in a page’s markup, before anybody chooses among it. */
export type Markup = {
  /** Contents of `meta` by what they are of, in small letters, in the order of the page. */
  metas: ReadonlyMap<string, readonly string[]>
  links: readonly { rel: string; type: string; href: string }[]
  /** The first `title` that is no drawing’s. */
  title: string
  /** The first `h1` with words. */
  heading: string
  lang: string
  base: string
  jsonLd: readonly string[]
  microdata: ReadonlyMap<string, string>
  /** The page’s own text; blocks are apart by a line break. */
  text: string
}

/** Elements whose words are not of the article: around it, of a program, of a drawing. */
const aside = new Set([
  ...[
    'nav',
    'header',
    'footer',
    'aside',
    'form',
    'dialog',
    'menu',
    'noscript',
    'template',
    'select',
    'button',
  ],
  ...['svg', 'math', 'object', 'video', 'audio', 'canvas'],
])
const drawings = new Set(['svg', 'math'])
const blocks = new Set([
  ...[
    'p',
    'div',
    'section',
    'article',
    'main',
    'li',
    'ul',
    'ol',
    'dl',
    'dt',
    'dd',
    'br',
    'hr',
    'tr',
    'td',
    'th',
  ],
  ...[
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'blockquote',
    'pre',
    'figure',
    'figcaption',
    'table',
    'body',
    'header',
  ],
])
const voids = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'],
])
/** How the tokenizer goes on within elements that hold text alone (WHATWG HTML, 13.2.6). */
const textModes = new Map<string, Tokenizer['state']>([
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ['script', TokenizerMode.SCRIPT_DATA],
  ...['style', 'xmp', 'iframe', 'noembed', 'noframes'].map((name): [string, Tokenizer['state']] => [
    name,
    TokenizerMode.RAWTEXT,
  ]),
])

/** Elements within one another are followed so far; a page that nests deeper means us no good. */
const DEEPEST = 200
/** How many of a kind are read of one page, so that a page of nothing else takes no more memory than others. */
const MOST_METAS = 500
const MOST_LD = 20
const LONGEST_TEXT = 1_000_000
const LONGEST_LINE = 2000

type Open = { name: string; skips: boolean; isArticle: boolean }

/**
 * Reads a page in one pass over its tokens and builds no tree: a tree of five megabytes of `<div>` takes hundreds of
 * megabytes and, by the rules for misnested markup, hours.
 */
export function readMarkup(source: string): Markup {
  const reader = new MarkupReader()
  reader.read(source)
  return reader.markup()
}

class MarkupReader {
  private readonly metas = new Map<string, string[]>()
  private metaCount = 0
  private readonly links: { rel: string; type: string; href: string }[] = []
  private readonly jsonLd: string[] = []
  private readonly microdata = new Microdata()
  private title: string | null = null
  private heading = ''
  private lang = ''
  private base = ''
  private stack: Open[] = []
  private deeper = 0
  private skipping = 0
  private inArticle = 0
  /** In a drawing even `title` holds markup. */
  private drawing = 0
  /** The element whose words alone are read, and what for. */
  private catching: { name: string; text: string; isLd: boolean } | null = null
  private inHeading = false
  private readonly body: string[] = []
  private readonly article: string[] = []
  private bodyLength = 0
  private tokenizer: Tokenizer | null = null

  read(source: string): void {
    const ignore = () => undefined
    this.tokenizer = new Tokenizer(
      {},
      {
        onStartTag: (token) => this.onStart(token),
        onEndTag: (token) => this.onEnd(token.tagName),
        onCharacter: ({ chars }) => this.onText(chars),
        onWhitespaceCharacter: ({ chars }) => this.onText(chars),
        onNullCharacter: ignore,
        onComment: ignore,
        onDoctype: ignore,
        onEof: ignore,
      },
    )
    this.tokenizer.write(source, true)
  }

  markup(): Markup {
    const [article, body] = [this.article, this.body].map((parts) => parts.join(''))
    // An `article` that is but a teaser among others is not the page.
    const text = article && body && article.length * 3 > body.length ? article : (body ?? '')
    const { metas, links, jsonLd, heading, lang, base } = this
    const title = oneLine(this.title ?? '')
    return {
      ...{ metas, links, jsonLd, lang, base, title, heading: oneLine(heading) },
      microdata: this.microdata.found,
      text: text
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n[\s]*/g, '\n')
        .trim(),
    }
  }

  private onStart(token: Token.TagToken): void {
    const name = token.tagName
    const attribute = (wanted: string) => token.attrs.find((attr) => attr.name === wanted)?.value ?? ''
    if (name === 'meta') this.onMeta(attribute)
    else if (name === 'link') {
      if (this.links.length < MOST_METAS)
        this.links.push({ rel: attribute('rel'), type: attribute('type'), href: attribute('href') })
    } else if (name === 'html') this.lang ||= attribute('lang') || attribute('xml:lang')
    else if (name === 'base') this.base ||= attribute('href')
    if (blocks.has(name)) this.onText('\n')
    this.microdata.open(token.attrs, this.stack.length, voids.has(name))
    const mode = this.drawing > 0 ? undefined : textModes.get(name)
    if (mode !== undefined && this.tokenizer) {
      this.tokenizer.state = mode
      const isLd = name === 'script' && /^application\/ld\+json/i.test(attribute('type').trim())
      this.catching = { name, text: '', isLd }
      return
    }
    if (voids.has(name) || token.selfClosing) return
    const isHidden = token.attrs.some(
      ({ name, value }) => name === 'hidden' || /display:\s*none/i.test(name === 'style' ? value : ''),
    )
    this.push({ name, skips: aside.has(name) || isHidden, isArticle: name === 'article' || name === 'main' })
    if (name === 'h1' && this.heading.trim() === '') this.inHeading = true
  }

  private onMeta(attribute: (name: string) => string): void {
    const content = attribute('content').slice(0, LONGEST_LINE)
    // A property may hold several names (RDFa), and many write them into `name`.
    const names = `${attribute('property')} ${attribute('name')} ${attribute('itemprop')}`.toLowerCase()
    const equiv = attribute('http-equiv').toLowerCase()
    for (const name of new Set([...names.split(/\s+/), equiv])) {
      if (name === '' || content.trim() === '' || this.metaCount >= MOST_METAS) continue
      this.metaCount += 1
      this.metas.set(name, [...(this.metas.get(name) ?? []), content])
    }
  }

  private onEnd(name: string): void {
    if (this.catching?.name === name) {
      this.endCatching()
      return
    }
    if (blocks.has(name)) this.onText('\n')
    if (name === 'h1') this.inHeading = false
    if (this.deeper > 0) {
      this.deeper -= 1
      return
    }
    const at = this.stack.findLastIndex((open) => open.name === name)
    if (at < 0) return
    for (const open of this.stack.splice(at)) {
      if (open.skips) this.skipping -= 1
      if (open.isArticle) this.inArticle -= 1
      if (drawings.has(open.name)) this.drawing -= 1
    }
    this.microdata.close(this.stack.length)
  }

  private endCatching(): void {
    const { name, text, isLd } = this.catching ?? { name: '', text: '', isLd: false }
    this.catching = null
    if (name === 'title') this.title ??= text
    if (isLd && this.jsonLd.length < MOST_LD) this.jsonLd.push(text)
  }

  private onText(text: string): void {
    if (this.catching) {
      const { name, isLd } = this.catching
      if (isLd) this.catching.text += text
      else if (name === 'title' && this.catching.text.length < LONGEST_LINE) this.catching.text += text
      return
    }
    this.microdata.text(text)
    if (this.inHeading && this.heading.length < LONGEST_LINE) this.heading += text
    if (this.skipping > 0 || this.bodyLength >= LONGEST_TEXT) return
    this.bodyLength += text.length
    this.body.push(text)
    if (this.inArticle > 0) this.article.push(text)
  }

  private push(open: Open): void {
    if (this.stack.length >= DEEPEST) {
      this.deeper += 1
      return
    }
    this.stack.push(open)
    if (open.skips) this.skipping += 1
    if (open.isArticle) this.inArticle += 1
    if (drawings.has(open.name)) this.drawing += 1
  }
}
