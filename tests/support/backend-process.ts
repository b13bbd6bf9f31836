import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { FromBackend, ToBackend } from '#core/kernel/desk.ts'
import type { Reply } from '#core/kernel/reply.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** What a utility process finds as `process.parentPort`, over the channel of a plain child process. */
const parentPort = `data:text/javascript,${encodeURIComponent(`
  process.parentPort = {
    postMessage: (message) => process.send(message),
    on: (_name, listener) => process.on('message', (data) => listener({ data })),
  }
`)}`

/** The backend as the shell starts it, with a shell that answers for an untrusted key store. */
export class BackendChild {
  readonly heard: FromBackend[] = []
  readonly #child: ChildProcess
  readonly #waiting = new Set<() => void>()
  #lastId = 0

  constructor(folder: string, words: readonly string[] = [], more: NodeJS.ProcessEnv = {}) {
    this.#child = fork('electron/backend/start.ts', [...words], {
      cwd: root,
      execArgv: ['--import', parentPort],
      serialization: 'advanced',
      env: { ...process.env, BAJEH_OFFICE: folder, BAJEH_VERSION: '1.2.3', ...more },
    })
    this.#child.on('message', (message: FromBackend) => {
      this.heard.push(message)
      if (message.type === 'desk-call') this.#answer(message.id, message.verb)
      for (const look of this.#waiting) look()
    })
  }

  #answer(id: number, verb: string): void {
    const value = verb === 'sealKind' ? { name: 'none', trusted: false } : { code: 'unavailable' }
    this.send({ type: 'desk-reply', id, ok: verb === 'sealKind', value })
  }

  send(message: ToBackend): void {
    this.#child.send(message)
  }

  /** The first message of a kind that fits; waits for it. */
  async message<T extends FromBackend['type']>(
    type: T,
    fits: (message: Extract<FromBackend, { type: T }>) => boolean = () => true,
  ): Promise<Extract<FromBackend, { type: T }>> {
    const isIt = (message: FromBackend): message is Extract<FromBackend, { type: T }> =>
      message.type === type && fits(message as Extract<FromBackend, { type: T }>)
    return await new Promise((resolve) => {
      const look = (): void => {
        const found = this.heard.find(isIt)
        if (!found) return
        this.#waiting.delete(look)
        resolve(found)
      }
      this.#waiting.add(look)
      look()
    })
  }

  async call(window: number, method: string, input: unknown): Promise<Reply<unknown>> {
    const id = ++this.#lastId
    this.send({ type: 'call', id, window, method, input })
    return (await this.message('reply', (message) => message.id === id)).reply
  }

  /** Ends it as a crash would. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const gone = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGKILL')
    await gone
  }
}
