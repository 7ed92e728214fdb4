import { expect, test } from 'vitest'
import { fillPage, type Handler } from './fill'

/** A Next that reads what is published when it is asked, and answers when it is told to. */
function slowSite() {
  let published = 1
  const answers: (() => void)[] = []
  const handler: Handler = async (_request, response) => {
    const read = published
    await new Promise<void>((resume) => answers.push(resume))
    response.end(String(read))
  }
  const publish = () => {
    published += 1
  }
  const asked = () => expect.poll(() => answers.length)
  return { handler, publish, asked, answer: (index: number) => answers[index]?.() }
}

test('whoever asks after a publication is not given a page that was begun before it; the others share one', async () => {
  const { handler, publish, asked, answer } = slowSite()
  const before = fillPage(handler, '/')
  await asked().toBe(1)
  publish()
  const after = [fillPage(handler, '/'), fillPage(handler, '/')]
  answer(0)
  await asked().toBe(2)
  answer(1)
  expect(String((await before).body)).toBe('1')
  expect((await Promise.all(after)).map(({ body }) => String(body))).toEqual(['2', '2'])
})
test('a fill that fails keeps nobody waiting behind it', async () => {
  const handlers: Handler[] = [
    async () => {
      throw new Error('broken')
    },
    async (_request, response) => void response.end('whole'),
  ]
  const handler: Handler = (request, response) => handlers.shift()?.(request, response) ?? Promise.resolve()
  const first = fillPage(handler, '/issues')
  const second = fillPage(handler, '/issues')
  await expect(first).rejects.toThrow()
  expect(String((await second).body)).toBe('whole')
})
