import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { CdpCommands, CdpEvents } from './protocol.ts'

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
  readonly sessionId?: string
}

interface Waiting {
  readonly method: string
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

type Parameters<M extends keyof CdpCommands> = CdpCommands[M][0] extends undefined
  ? []
  : [params: CdpCommands[M][0]]

/** One attached target of the browser; its protocol events arrive as ordinary events. */
export class CdpSession extends EventEmitter<CdpEvents> {
  readonly id: string | undefined
  private readonly connection: CdpConnection

  constructor(connection: CdpConnection, id?: string) {
    super()
    this.connection = connection
    this.id = id
    this.setMaxListeners(0)
  }

  /** Rejects with the method's name when the browser refuses it or is gone. */
  async send<M extends keyof CdpCommands>(
    method: M,
    ...params: Parameters<M>
  ): Promise<CdpCommands[M][1]> {
    return await this.connection.call(method, params[0] ?? {}, this.id)
  }
}

/** The DevTools protocol over the browser's pipe: JSON texts, each followed by a zero byte. */
export class CdpConnection {
  readonly root: CdpSession
  private readonly input: Writable
  private readonly waiting = new Map<number, Waiting>()
  private readonly sessions = new Map<string, CdpSession>()
  private readonly pieces: Buffer[] = []
  private count = 0
  private gone = false

  constructor(input: Writable, output: Readable) {
    this.root = new CdpSession(this)
    this.input = input
    input.on('error', () => this.end())
    output.on('data', (piece: Buffer) => this.receive(piece))
    output.on('close', () => this.end())
  }

  session(id: string): CdpSession {
    const known = this.sessions.get(id)
    if (!known) throw new Error(`[standin] no session ${id}`)
    return known
  }

  call<M extends keyof CdpCommands>(
    method: M,
    params: object,
    sessionId: string | undefined,
  ): Promise<CdpCommands[M][1]> {
    return new Promise((resolve, reject) => {
      if (this.gone) {
        reject(new Error('browser gone'))
        return
      }
      const id = ++this.count
      this.waiting.set(id, { method, resolve, reject })
      this.input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  /** Messages may be split over pieces, and a piece may hold several messages. */
  private receive(piece: Buffer): void {
    let start = 0
    for (let end = piece.indexOf(0); end !== -1; end = piece.indexOf(0, start)) {
      const whole = Buffer.concat([...this.pieces, piece.subarray(start, end)])
      this.pieces.length = 0
      start = end + 1
      this.deliver(JSON.parse(whole.toString('utf8')) as Message)
    }
    if (start < piece.length) this.pieces.push(piece.subarray(start))
  }

  private deliver(message: Message): void {
    if (message.id !== undefined) {
      const call = this.waiting.get(message.id)
      this.waiting.delete(message.id)
      if (message.error) call?.reject(new Error(`${call.method}: ${message.error.message}`))
      else call?.resolve(message.result)
      return
    }
    if (message.method === 'Target.attachedToTarget') {
      const [{ sessionId }] = [message.params] as CdpEvents['Target.attachedToTarget']
      this.sessions.set(sessionId, new CdpSession(this, sessionId))
    }
    const session = message.sessionId ? this.sessions.get(message.sessionId) : this.root
    const events = session as EventEmitter | undefined
    events?.emit(message.method ?? '', message.params)
  }

  private end(): void {
    if (this.gone) return
    this.gone = true
    for (const call of this.waiting.values()) call.reject(new Error('browser gone'))
    this.waiting.clear()
    this.root.emit('close')
  }
}
