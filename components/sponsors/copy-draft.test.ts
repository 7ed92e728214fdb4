import { beforeEach, describe, expect, it, vi } from 'vitest'
import { CommandError } from '@/components/studio/send-command'
import { mergeSave, raiseVersions } from '@/lib/versions/rules'
import { CopyDraft, type CopyText } from './copy-draft'
import { CopyJournal, forgetUnsavedCopy } from './copy-journal'

const empty: CopyText = { headline: '', text: '', callToAction: '', url: '', imageAlt: '' }

/** The copy as the server keeps it: merges by the product's own rules, and answers when it is let. */
function makeServer(first: Partial<CopyText> = {}) {
  let content = { ...empty, ...first, imageId: null as string | null }
  let row = { version: 0, fieldVersions: {} as Record<string, number> }
  const sent: CopyText[] = []
  let gate: Promise<void> = Promise.resolve()
  let down: string | null = null
  let tries = 0
  const change = (fields: Partial<typeof content>) => {
    content = { ...content, ...fields }
    row = raiseVersions(row, fields)
  }
  return {
    change,
    sent,
    content: () => content,
    version: () => row.version,
    /** Holds back every answer until what it gives is called. */
    hold() {
      let open = () => {}
      gate = new Promise((resolve) => {
        open = resolve
      })
      return open
    },
    /** Answers everything with an error of this code; null ends it. */
    setDown(code: string | null) {
      down = code
    },
    tries: () => tries,
    async send(method: string, input: Record<string, unknown>) {
      tries += 1
      if (down) throw new CommandError({ code: down, message: 'Nobody there.' })
      const version = input.version as number
      const { _, ...fields } = { _: 0, ...(input.fields as Partial<CopyText> | undefined) }
      if (method === 'POST') {
        if (version !== row.version) throw new CommandError({ code: 'conflict', message: 'It was changed.' })
        sent.push({ ...content })
        return null
      }
      const merge = mergeSave<typeof content>(content, row, version, fields)
      if (Object.keys(merge.conflicts).length > 0) {
        const detail = { version: row.version, conflicts: merge.conflicts, unseen: merge.unseen }
        await gate
        throw new CommandError({ code: 'conflict', message: 'Both texts.', detail })
      }
      change(merge.changed)
      const answer = { version: row.version, unseen: merge.unseen }
      await gate
      return answer
    },
  }
}

describe('CopyDraft', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    return () => vi.useRealTimers()
  })

  function open(first: Partial<CopyText> = {}) {
    const server = makeServer(first)
    const draft = new CopyDraft(server.send, { ...empty, ...first }, 0)
    return { server, draft }
  }

  it('saves a moment after the last letter', async () => {
    const { server, draft } = open()
    draft.write('text', 'S')
    draft.write('text', 'Sh')
    expect(draft.isSaved()).toBe(false)
    await vi.runAllTimersAsync()
    expect(server.content().text).toBe('Sh')
    expect(server.version()).toBe(1)
    expect(draft.view().state).toBe('saved')
    expect(draft.isSaved()).toBe(true)
  })

  it('takes in what others wrote elsewhere, their image too', async () => {
    const { server, draft } = open()
    server.change({ url: 'https://acme.example', imageId: 'an image' })
    draft.write('text', 'Mine')
    await vi.runAllTimersAsync()
    expect(draft.view().text).toEqual({ ...empty, text: 'Mine', url: 'https://acme.example' })
    await draft.submit()
    expect(server.sent).toMatchObject([{ text: 'Mine', url: 'https://acme.example' }])
  })

  it('keeps both texts of a field, and saves none of it however long one goes on typing', async () => {
    const { server, draft } = open()
    server.change({ text: 'Theirs' })
    draft.write('text', 'Mine')
    draft.write('headline', 'Mine too')
    await vi.runAllTimersAsync()
    expect(draft.view().conflicts).toEqual({ text: 'Theirs' })
    draft.write('text', 'Mine, and more')
    await vi.runAllTimersAsync()
    expect(server.content()).toMatchObject({ text: 'Theirs', headline: 'Mine too' })
    expect(draft.view().text.text).toBe('Mine, and more')
    expect(draft.isSaved()).toBe(false)
    draft.choose('text', 'Mine, and more')
    await vi.runAllTimersAsync()
    expect(server.content().text).toBe('Mine, and more')
    expect(draft.view().conflicts).toEqual({})
  })

  it('sees a conflict in what was typed while a save was under way', async () => {
    const { server, draft } = open()
    server.change({ text: 'Theirs' })
    const answer = server.hold()
    draft.write('headline', 'Mine')
    const saving = draft.save()
    draft.write('text', 'Mine')
    answer()
    await saving
    await vi.runAllTimersAsync()
    expect(draft.view().conflicts).toEqual({ text: 'Theirs' })
    expect(server.content()).toMatchObject({ headline: 'Mine', text: 'Theirs' })
  })

  it('sends in nothing that is in dispute, and nothing unseen', async () => {
    const { server, draft } = open()
    server.change({ text: 'Theirs' })
    draft.write('text', 'Mine')
    await expect(draft.submit()).rejects.toThrow('Choose between')
    expect(server.sent).toEqual([])
    draft.choose('text', 'Theirs')
    await draft.submit()
    server.change({ url: 'https://new.example' })
    await expect(draft.submit()).rejects.toThrow('It was changed.')
    expect(draft.view().text.url).toBe('https://new.example')
    await draft.submit()
    expect(server.sent.map(({ url }) => url)).toEqual(['', 'https://new.example'])
  })

  it('waits for the save under way, whoever began it, before it sends in', async () => {
    const { server, draft } = open()
    const answer = server.hold()
    draft.write('text', 'One')
    const first = draft.save()
    draft.write('text', 'Two')
    const [second, submitted] = [draft.save(), draft.submit()]
    answer()
    await Promise.all([first, second, submitted])
    expect(server.sent).toMatchObject([{ text: 'Two' }])
  })

  it.each(['offline', 'internal', 'busy', 'too_many'])(
    'tries again while the answer is %s, and sends in nothing meanwhile',
    async (code) => {
      const { server, draft } = open()
      server.setDown(code)
      draft.write('text', 'Mine')
      await vi.advanceTimersByTimeAsync(1_000)
      expect(draft.view()).toMatchObject({ state: 'waiting', problem: 'Nobody there.' })
      await expect(draft.submit()).rejects.toThrow('Nobody there.')
      server.setDown(null)
      await vi.advanceTimersByTimeAsync(5_000)
      expect(server.content().text).toBe('Mine')
      expect(draft.view()).toMatchObject({ state: 'saved', problem: null })
    },
  )

  it('tries less and less often, and soon again the next time', async () => {
    const { server, draft } = open()
    server.setDown('internal')
    draft.write('text', 'Mine')
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(server.tries()).toBeLessThan(30)
    server.setDown(null)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(server.content().text).toBe('Mine')
    server.setDown('internal')
    draft.write('text', 'Mine again')
    await vi.advanceTimersByTimeAsync(1_000)
    server.setDown(null)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(server.content().text).toBe('Mine again')
  })

  it('does not try again what is refused for what it is', async () => {
    const { server, draft } = open()
    server.setDown('wrong_state')
    draft.write('text', 'Mine')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.tries()).toBe(1)
    expect(draft.view()).toMatchObject({ state: 'waiting', problem: 'Nobody there.' })
  })

  it('follows the page to newer copy without losing what is being typed', async () => {
    const { server, draft } = open({ text: 'Old', url: 'https://old.example' })
    draft.write('text', 'Mine')
    server.change({ text: 'Run again', url: 'https://again.example' })
    await draft.catchUp(server.version())
    expect(draft.view().text).toMatchObject({ text: 'Mine', url: 'https://again.example' })
    expect(draft.view().conflicts).toEqual({ text: 'Run again' })
  })

  it('saves what is left when its page goes', async () => {
    const { server, draft } = open()
    draft.write('text', 'Mine')
    draft.stop()
    await vi.runAllTimersAsync()
    expect(server.content().text).toBe('Mine')
  })

  /** A browser, whose store outlives its pages. */
  function makeBrowser() {
    const kept = new Map<string, string>()
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
      key: (index: number) => [...kept.keys()][index] ?? null,
      get length() {
        return kept.size
      },
    }
    const visit = (server: ReturnType<typeof makeServer>, base = '/api/portal/slots/1') => {
      const journal = new CopyJournal(store, base)
      const { imageId: _, ...text } = server.content()
      const draft = new CopyDraft(server.send, text, server.version(), journal)
      draft.recover(journal.read())
      return draft
    }
    return { visit, kept, store }
  }

  it('keeps in the browser what could not be saved, and forgets it once it is', async () => {
    const server = makeServer()
    const { visit, kept } = makeBrowser()
    const draft = visit(server)
    server.setDown('offline')
    draft.write('text', 'Typed on a train')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(kept.size).toBe(1)
    vi.clearAllTimers()
    server.setDown(null)
    server.change({ url: 'https://acme.example' })
    const again = visit(server)
    expect(again.view()).toMatchObject({ recovered: true, text: { text: 'Typed on a train' } })
    await vi.runAllTimersAsync()
    expect(server.content()).toMatchObject({ text: 'Typed on a train', url: 'https://acme.example' })
    expect(again.view()).toMatchObject({ state: 'saved', conflicts: {} })
    expect(kept.size).toBe(0)
    expect(visit(server).view().recovered).toBe(false)
  })

  it('shows a conflict again after a reload, and drops neither text', async () => {
    const server = makeServer()
    const { visit, kept } = makeBrowser()
    const draft = visit(server)
    server.change({ text: 'Theirs' })
    draft.write('text', 'Mine')
    await vi.runAllTimersAsync()
    expect(draft.view().conflicts).toEqual({ text: 'Theirs' })
    const again = visit(server)
    await vi.runAllTimersAsync()
    expect(again.view()).toMatchObject({ conflicts: { text: 'Theirs' }, text: { text: 'Mine' } })
    expect(server.content().text).toBe('Theirs')
    again.choose('text', 'Mine')
    await vi.runAllTimersAsync()
    expect(server.content().text).toBe('Mine')
    expect(kept.size).toBe(0)
  })

  it('keeps what is typed while a save is under way, and apart by slot', async () => {
    const server = makeServer()
    const { visit, kept, store } = makeBrowser()
    const draft = visit(server)
    const answer = server.hold()
    draft.write('text', 'One')
    const saving = draft.save()
    expect([...kept.values()].join()).toContain('One')
    draft.write('text', 'One, two')
    answer()
    await saving
    expect([...kept.values()].join()).toContain('One, two')
    expect(visit(makeServer(), '/api/portal/slots/2').view().recovered).toBe(false)
    store.setItem('other', 'Not ours')
    forgetUnsavedCopy(store)
    expect([...kept.keys()]).toEqual(['other'])
  })
})
