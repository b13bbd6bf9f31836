import { utilityProcess, type UtilityProcess } from 'electron'
import type { FromBackend, ToBackend } from '#core/kernel/desk.ts'
import { refused, type Reply } from '#core/kernel/reply.ts'
import type { DeskAnswer } from './desk.ts'

/** Milliseconds, except `exits`: how many exits within `exitSpan` make the shell give up. */
export interface Patience {
  readonly ready: number
  readonly stop: number
  readonly firstRest: number
  readonly longestRest: number
  readonly exits: number
  readonly exitSpan: number
}

const usualPatience: Patience = {
  ready: 30_000,
  stop: 5_000,
  firstRest: 200,
  longestRest: 4_000,
  exits: 5,
  exitSpan: 60_000,
}

export interface BackendParts {
  /** The built file of the backend. */
  readonly entry: string
  readonly environment: Readonly<Record<string, string>>
  readonly answerDesk: (verb: unknown, args: readonly unknown[]) => Promise<DeskAnswer>
  /** Tells the windows what the backend says, and that it went down or came back. */
  readonly broadcast: (topic: string, payload: unknown) => void
  readonly log: (line: string) => void
  readonly patience?: Partial<Patience>
}

type Phase = 'idle' | 'starting' | 'ready' | 'resting' | 'failed' | 'stopping'

const unavailable: Reply<never> = refused({ code: 'unavailable', what: 'office' })

/**
 * The office's own process. A window that asks while it starts waits a while; when it dies, those
 * who asked are told `unavailable`, and it is started again. After too many exits in a short time it
 * stays down until someone asks again.
 */
export class BackendProcess {
  readonly #parts: BackendParts
  readonly #patience: Patience
  readonly #pending = new Map<number, (reply: Reply<unknown>) => void>()
  readonly #waiting = new Set<(ready: boolean) => void>()
  #phase: Phase = 'idle'
  #child: UtilityProcess | undefined
  #exits: readonly number[] = []
  #rest: NodeJS.Timeout | undefined
  #announced: 'up' | 'down' = 'up'
  #lastId = 0

  constructor(parts: BackendParts) {
    this.#parts = parts
    this.#patience = { ...usualPatience, ...parts.patience }
  }

  /** Starts the process; it announces itself when calls may begin. */
  start(): void {
    this.#phase = 'starting'
    const child = utilityProcess.fork(this.#parts.entry, [], {
      serviceName: 'bajeh-backend',
      env: { ...process.env, ...this.#parts.environment },
    })
    this.#child = child
    child.once('spawn', () => this.#parts.log(`backend started, process ${child.pid ?? 'gone'}`))
    child.on('message', (message: FromBackend) => this.#hear(child, message))
    child.on('error', (type, location) => this.#parts.log(`backend ${type} at ${location}`))
    child.once('exit', (code) => this.#exited(child, code))
  }

  /** Asks the office on behalf of a window. Never rejects. */
  async call(window: number, method: unknown, input: unknown): Promise<Reply<unknown>> {
    if (this.#phase === 'failed') this.start()
    if (!(await this.#readiness())) return unavailable
    const child = this.#child
    if (this.#phase !== 'ready' || !child) return unavailable
    return new Promise((resolve) => {
      const id = ++this.#lastId
      this.#pending.set(id, resolve)
      post(child, { type: 'call', id, window, method, input })
    })
  }

  /** Tells the office something that needs no answer; nothing is kept for a process that is down. */
  tell(message: ToBackend): void {
    if (this.#phase === 'ready' && this.#child) post(this.#child, message)
  }

  /** Lets the office finish what it is doing, for a bounded time, and ends its process. */
  async stop(): Promise<void> {
    const child = this.#child
    const spoke = this.#phase === 'ready' || this.#phase === 'starting'
    this.#phase = 'stopping'
    clearTimeout(this.#rest)
    this.#refuseAll()
    if (!child || !spoke) return
    await new Promise<void>((resolve) => {
      const late = setTimeout(() => {
        this.#parts.log('backend did not stop in time')
        child.kill()
        resolve()
      }, this.#patience.stop)
      child.once('exit', () => {
        clearTimeout(late)
        resolve()
      })
      post(child, { type: 'stop' })
    })
  }

  #hear(child: UtilityProcess, message: FromBackend): void {
    if (child !== this.#child) return
    switch (message.type) {
      case 'ready':
        if (this.#phase !== 'starting') return
        this.#phase = 'ready'
        this.#announce('up')
        this.#wake(true)
        return
      case 'reply':
        this.#pending.get(message.id)?.(message.reply)
        this.#pending.delete(message.id)
        return
      case 'desk-call':
        void this.#parts.answerDesk(message.verb, message.args).then((answer) => {
          if (child === this.#child) post(child, { type: 'desk-reply', id: message.id, ...answer })
        })
        return
      case 'event':
        this.#parts.broadcast(message.topic, message.payload)
        return
      case 'stopped':
        child.kill()
        return
      case 'console-output':
      case 'console-echo':
      case 'exit':
        return
    }
  }

  #exited(child: UtilityProcess, code: number): void {
    if (child !== this.#child) return
    this.#child = undefined
    this.#refusePending()
    if (this.#phase === 'stopping') return
    const now = Date.now()
    this.#exits = [...this.#exits, now].filter((at) => now - at < this.#patience.exitSpan)
    this.#parts.log(`backend exited with ${code}, ${this.#exits.length} times lately`)
    this.#announce('down')
    if (this.#exits.length >= this.#patience.exits) {
      this.#phase = 'failed'
      this.#wake(false)
      return
    }
    this.#phase = 'resting'
    const { firstRest, longestRest } = this.#patience
    const rest = Math.min(firstRest * 2 ** (this.#exits.length - 1), longestRest)
    this.#rest = setTimeout(() => this.start(), rest)
  }

  async #readiness(): Promise<boolean> {
    if (this.#phase === 'ready') return true
    if (this.#phase !== 'starting' && this.#phase !== 'resting') return false
    return new Promise((resolve) => {
      const settle = (ready: boolean): void => {
        clearTimeout(late)
        this.#waiting.delete(settle)
        resolve(ready)
      }
      const late = setTimeout(settle, this.#patience.ready, false)
      this.#waiting.add(settle)
    })
  }

  #wake(ready: boolean): void {
    for (const settle of [...this.#waiting]) settle(ready)
  }

  #refusePending(): void {
    for (const resolve of this.#pending.values()) resolve(unavailable)
    this.#pending.clear()
  }

  #refuseAll(): void {
    this.#wake(false)
    this.#refusePending()
  }

  #announce(state: 'up' | 'down'): void {
    if (this.#announced === state) return
    this.#announced = state
    this.#parts.broadcast('backend.state', state)
  }
}

function post(child: UtilityProcess, message: ToBackend): void {
  child.postMessage(message)
}
