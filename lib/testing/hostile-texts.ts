import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const call = 'alert(1)'

const addresses = [
  `javascript:${call}`,
  `JaVaScRiPt:${call}`,
  `java\tscript:${call}`,
  `java\nscript:${call}`,
  ` javascript:${call}`,
  `\u0001javascript:${call}`,
  `&#106;avascript:${call}`,
  `javascript&colon;${call}`,
  `javascript://example.com/%0a${call}`,
  `javascript:/*https://example.com*/${call}`,
  `vbscript:${call}`,
  `data:text/html,<script>${call}</script>`,
  `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`,
  `blob:https://example.com/x`,
  `https://example.com/" onmouseover="${call}`,
  `https://example.com/' onfocus='${call}' autofocus='`,
  `https://example.com/><img src=x onerror=${call}>`,
  `mailto:x@example.com" onclick="${call}`,
]

const markup = [
  `<script>${call}</script>`,
  `<img src=x onerror=${call}>`,
  `<svg onload=${call}>`,
  `<svg><script>${call}</script></svg>`,
  `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=${call}>`,
  `<iframe srcdoc="<script>${call}</script>"></iframe>`,
  `<iframe src="javascript:${call}"></iframe>`,
  `<object data="javascript:${call}"></object>`,
  `<embed src="javascript:${call}">`,
  `<body onload=${call}>`,
  `<details open ontoggle=${call}>`,
  `<input autofocus onfocus=${call}>`,
  `<form action="javascript:${call}"><button>x</button></form>`,
  `<base href="javascript:${call}//">`,
  `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  `<link rel=stylesheet href="javascript:${call}">`,
  `<style>@import 'javascript:${call}'; *{background:url(javascript:${call})}</style>`,
  `<noscript><p title="</noscript><img src=x onerror=${call}>">`,
  `<template><img src=x onerror=${call}></template>`,
  `<video><source onerror=${call}></video>`,
  `<marquee onstart=${call}>x</marquee>`,
  `<a href="javascript:${call}" autofocus onfocus=${call}>x</a>`,
  `<textarea></textarea><img src=x onerror=${call}>`,
  `<title></title><script>${call}</script>`,
  `</title></style></script><script>${call}</script>`,
  `--><script>${call}</script>`,
  `]]><script>${call}</script>`,
  `{{constructor.constructor('${call}')()}}`,
  `" onmouseover="${call}" autofocus onfocus="${call}`,
]

/** How Markdown takes an address, or a text, into a page. */
const aroundAddress: ((address: string) => string)[] = [
  (address) => address,
  (address) => `[x](${address})`,
  (address) => `[x](<${address}>)`,
  (address) => `[x](${address} "title" )`,
  (address) => `<${address}>`,
  (address) => `![x](${address})`,
  (address) => `[![x](${address})](${address})`,
  (address) => `[x][y]\n\n[y]: ${address}`,
  (address) => `[x]: ${address}\n\n[x]`,
  (address) => `> [x](${address})\n>\n> — [y](${address})`,
]
const aroundMarkup: ((html: string) => string)[] = [
  (html) => html,
  (html) => `text ${html} text`,
  (html) => `[${html}](https://example.com)`,
  (html) => `[x](https://example.com "${html.replaceAll('"', "'")}")`,
  (html) => `![${html}](https://example.com/x.png)`,
  (html) => `- ${html}\n  - ${html}`,
  (html) => `> ${html}\n>\n> — ${html}`,
  (html) => `| ${html} |\n| --- |\n| ${html} |`,
  (html) => `\`\`\`${html}\n${html}\n\`\`\``,
  (html) => `x[^1]\n\n[^1]: ${html}`,
]

/** Texts of our own: every address and every piece of markup in every place that Markdown has for it. */
function ownTexts(): string[] {
  return [
    ...addresses.flatMap((address) => aroundAddress.map((place) => place(address))),
    ...markup.flatMap((html) => aroundMarkup.map((place) => place(html))),
  ]
}

function readCorpus(name: string): Record<string, unknown>[] {
  const file = join(resolve(process.env.CORPUS_DIR ?? '../shared/corpus'), 'hostile', name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}

/**
 * Texts that try to run script, or to break what renders them: our own, and those of the corpus where it is at hand
 * (DOMPurify's payloads, plain and inside Markdown, and CommonMark's examples with the HTML they stand for).
 * @param every takes one of so many, for the short form of a rig
 */
export function hostileTexts(every = 1): string[] {
  const payloads = readCorpus('dompurify-expect.json').map(({ payload }) => String(payload))
  const examples = readCorpus('commonmark-spec.json').flatMap(({ markdown, html }) => [
    String(markdown),
    String(html),
  ])
  const wrapped = payloads.flatMap((payload) => [
    payload,
    `text ${payload}`,
    `> ${payload}\n>\n> — ${payload}`,
  ])
  return [...new Set([...ownTexts(), ...wrapped, ...examples])].filter((_, index) => index % every === 0)
}
