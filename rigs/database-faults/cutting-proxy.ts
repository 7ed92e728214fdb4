import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket, connect as tcpConnect } from 'node:net'

/** The text of a COMMIT on the wire, in the client's statement and in the server's answer to it. */
const COMMIT = Buffer.from('COMMIT\0')

export type CutPoint = 'before COMMIT' | 'after COMMIT'

/** Stands between a program and Postgres, and cuts the line where it hurts most. */
export type CuttingProxy = {
  port: number
  /** Cuts one connection at its COMMIT: before it reaches Postgres, or after Postgres has obeyed but before it is told. */
  cutAt: (point: CutPoint) => void
  cuts: () => number
  close: () => Promise<void>
}

export async function startCuttingProxy(serverPort: number): Promise<CuttingProxy> {
  let armed: CutPoint | null = null
  let cuts = 0
  const open = new Set<Socket>()

  const join = (client: Socket) => {
    const server = tcpConnect(serverPort, '127.0.0.1')
    let cutOnAnswer = false
    const cut = () => {
      cuts += 1
      client.destroy()
      server.destroy()
    }
    for (const socket of [client, server]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        server.destroy()
      })
    }
    client.on('data', (chunk: Buffer) => {
      if (armed !== null && chunk.includes(COMMIT)) {
        const point = armed
        armed = null
        if (point === 'before COMMIT') return cut()
        cutOnAnswer = true
      }
      server.write(chunk)
    })
    server.on('data', (chunk: Buffer) => {
      if (cutOnAnswer && chunk.includes(COMMIT)) return cut()
      client.write(chunk)
    })
  }

  const listener = createServer(join).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  return {
    port: (listener.address() as AddressInfo).port,
    cutAt: (point) => {
      armed = point
    },
    cuts: () => cuts,
    close: async () => {
      for (const socket of open) socket.destroy()
      listener.close()
      await once(listener, 'close')
    },
  }
}
