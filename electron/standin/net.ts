import { readFile } from 'node:fs/promises'
import { handlerOf } from './schemes.ts'
import { strict } from './strict.ts'

/** Custom schemes are answered by their handlers, `file:` from the disk, the rest by Node. */
async function fetchAny(input: string | Request, init?: RequestInit): Promise<Response> {
  const request = typeof input === 'string' ? new Request(input, init) : input
  const handler = handlerOf(request.url)
  if (handler) return await handler(request)
  if (request.url.startsWith('file:')) {
    return new Response(new Uint8Array(await readFile(new URL(request.url))))
  }
  return await fetch(request)
}

export const net = strict('net', { fetch: fetchAny, isOnline: () => true, online: true })
