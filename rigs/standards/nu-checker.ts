import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const JAR = 'node_modules/vnu-jar/build/dist/vnu.jar'
const MOST_OUTPUT = 32 * 1024 * 1024

/** A file to be checked, under the name by which people know it. */
export type Checked = { name: string; text: string; kind: 'html' | 'css' }
type Message = { type: string; url?: string; message: string; extract?: string }

/** Whether there is a Java to run the checker. */
export async function hasJava(): Promise<boolean> {
  return run('java', ['-version']).then(
    () => true,
    () => false,
  )
}

/**
 * Errors that the Nu HTML Checker finds, the one that validator.w3.org runs. Its hints and warnings are left out: an
 * article without a heading, such as a quote, is one of them.
 */
export async function findErrors(files: Checked[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gleaner-nu-'))
  try {
    const names = files.map(({ kind }, index) => `${index}.${kind}`)
    await Promise.all(files.map(({ text }, index) => writeFile(join(folder, names[index] ?? ''), text)))
    const found: string[] = []
    for (const kind of ['html', 'css'] as const) {
      const paths = names.filter((name) => name.endsWith(kind)).map((name) => join(folder, name))
      const options = ['--format', 'json', '--stdout', '--exit-zero-always', '--no-langdetect']
      const as = kind === 'css' ? ['--css'] : []
      const { stdout } = await run('java', ['-jar', JAR, ...options, ...as, ...paths], {
        maxBuffer: MOST_OUTPUT,
      })
      const { messages } = JSON.parse(stdout) as { messages: Message[] }
      for (const { type, url = '', message, extract = '' } of messages) {
        if (type === 'info') continue
        const name = files[Number.parseInt(basename(url), 10)]?.name ?? url
        found.push(`${name}: ${message} ${extract}`)
      }
    }
    return found
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
