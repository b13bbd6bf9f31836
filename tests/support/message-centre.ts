import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer, type PDU, type Session } from 'smpp'

/** A short message as a centre received it. */
export interface ReceivedPart {
  readonly to: string
  readonly from: string
  readonly dataCoding: number
  readonly header: readonly number[]
  readonly text: string
}

/** A message centre on this computer that speaks SMPP. */
export interface MessageCentre {
  readonly port: number
  readonly parts: ReceivedPart[]
  readonly binds: { readonly systemId: unknown; readonly password: unknown }[]
  /** Status of the answer to a bind and to a message; null: no answer at all. */
  bindStatus: number | null
  submitStatus: number | null
  /** Ends every line. */
  hangUp(): void
  /** Asks every line whether it is there; resolves with how many said yes. */
  enquire(): Promise<number>
  /** The texts of whole messages, their parts joined in order. */
  texts(): readonly string[]
  close(): Promise<void>
}

function partOf(pdu: PDU): ReceivedPart {
  const { short_message: message, destination_addr: to, source_addr: from } = pdu
  const { udh, message: text } = message as {
    readonly udh?: readonly Buffer[]
    readonly message: string | Buffer
  }
  return {
    ...{ to: String(to), from: String(from), dataCoding: Number(pdu['data_coding']) },
    header: [...(udh?.[0] ?? [])],
    text: typeof text === 'string' ? text : Buffer.from(text).swap16().toString('utf16le'),
  }
}

/** Starts a message centre; with a key and certificate it speaks TLS. */
export async function messageCentre(tls?: {
  readonly key: string
  readonly cert: string
}): Promise<MessageCentre> {
  const lines = new Set<Session>()
  const listener = (session: Session): void => {
    lines.add(session)
    session.on('close', () => void lines.delete(session))
    session.on('error', () => session.destroy())
    const answering = (request: string, status: () => number | null, seen: (pdu: PDU) => void) =>
      session.on(request, (pdu: PDU) => {
        seen(pdu)
        const command_status = status()
        if (command_status !== null) session.send(pdu.response({ command_status }))
      })
    answering(
      'bind_transceiver',
      () => centre.bindStatus,
      ({ system_id: systemId, password }) => void centre.binds.push({ systemId, password }),
    )
    answering(
      'submit_sm',
      () => centre.submitStatus,
      (pdu) => void centre.parts.push(partOf(pdu)),
    )
    for (const request of ['enquire_link', 'unbind'])
      answering(
        request,
        () => 0,
        () => undefined,
      )
  }
  const server = tls ? createServer(tls, listener) : createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const centre: MessageCentre = {
    port: (server.address() as AddressInfo).port,
    parts: [],
    binds: [],
    bindStatus: 0,
    submitStatus: 0,
    hangUp() {
      for (const line of lines) line.destroy()
    },
    async enquire() {
      const asked = [...lines].map(
        (line) => new Promise<void>((resolve) => line.enquire_link({}, () => resolve())),
      )
      await Promise.all(asked)
      return asked.length
    },
    texts() {
      const whole: string[] = []
      for (const { header, text } of centre.parts) {
        const place = header.at(-1) ?? 1
        if (place === 1) whole.push(text)
        else whole.push((whole.pop() ?? '') + text)
      }
      return whole
    },
    close() {
      centre.hangUp()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  return centre
}

/** A request as a service of the web received it. */
export interface ReceivedPost {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
}

/** A service of the web on this computer that takes messages. */
export interface MessageService {
  readonly address: string
  readonly posts: ReceivedPost[]
  /** Status of the answer; null: no answer at all. */
  status: number | null
  location: string | undefined
  close(): Promise<void>
}

/** Starts a service of the web. */
export async function messageService(): Promise<MessageService> {
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      const { method, url: path, headers } = request
      service.posts.push({ method, path, headers, body: Buffer.concat(chunks).toString('utf8') })
      if (service.status === null) return
      const location = service.location === undefined ? {} : { location: service.location }
      response.writeHead(service.status, location).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const service: MessageService = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    posts: [],
    status: 200,
    location: undefined,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  return service
}
