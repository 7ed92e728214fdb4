import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '@/rigs/serve'

const PROGRAM = '/usr/sbin/nginx'
const START_LIMIT_MS = 10_000

export type CachingProxy = {
  port: number
  /** Every answer that it keeps on its disk, as it keeps it. */
  kept: () => Buffer[]
  stop: () => Promise<void>
}

/** As careless as an operator's may be: one key for everybody, and what says nothing of keeping is kept. */
const configuration = (folder: string, port: number, serverPort: number) => `
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log crit;
events { worker_connections 512; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${folder}/cache keys_zone=pages:5m use_temp_path=off;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${serverPort};
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_cache pages;
      proxy_cache_key $request_uri;
      proxy_cache_valid any 10m;
      proxy_cache_revalidate on;
      add_header X-Proxy-Cache $upstream_cache_status always;
    }
  }
}
`

function isThere(): boolean {
  try {
    execFileSync(PROGRAM, ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const listens = (port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })

/** Starts nginx with its cache before the server; null where there is no nginx. */
export async function startCachingProxy(serverPort: number): Promise<CachingProxy | null> {
  if (!isThere()) return null
  const folder = await mkdtemp(join(tmpdir(), 'gleaner-nginx-'))
  const port = await freePort()
  const file = join(folder, 'nginx.conf')
  await writeFile(file, configuration(folder, port, serverPort))
  const child = spawn(PROGRAM, ['-p', folder, '-c', file], { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'close')
  const started = performance.now()
  while (!(await listens(port))) {
    if (performance.now() - started > START_LIMIT_MS) throw new Error('nginx did not start')
    await wait(20)
  }
  return {
    port,
    kept: () => {
      const entries = readdirSync(join(folder, 'cache'), { recursive: true, withFileTypes: true })
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    },
    stop: async () => {
      child.kill('SIGQUIT')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
