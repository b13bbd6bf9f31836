import { utilityProcess } from 'electron'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import type { FromBackend, ToBackend } from '#core/kernel/desk.ts'
import type { DeskAnswer } from './desk.ts'

export interface ConsoleParts {
  readonly entry: string
  readonly environment: Readonly<Record<string, string>>
  /** What was typed after `office`. */
  readonly words: readonly string[]
  readonly answerDesk: (verb: unknown, args: readonly unknown[]) => Promise<DeskAnswer>
}

/**
 * The office's console without a window: the backend runs the words, the shell carries what is
 * typed and said and answers for the key store.
 *
 * @returns the exit code of the program
 */
export async function runConsole(parts: ConsoleParts): Promise<number> {
  const child = utilityProcess.fork(parts.entry, ['office', ...parts.words], {
    serviceName: 'bajeh-console',
    env: { ...process.env, ...parts.environment },
  })
  const post = (message: ToBackend): void => child.postMessage(message)
  let echo = true
  const screen = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (echo) process.stdout.write(chunk)
      done()
    },
  })
  const lines = createInterface({
    input: process.stdin,
    output: screen,
    terminal: process.stdin.isTTY,
  })
  lines.on('line', (line) => post({ type: 'console-input', line }))
  lines.on('close', () => post({ type: 'console-input', line: null }))

  const code = await new Promise<number>((resolve) => {
    let asked: number | undefined
    child.on('message', (message: FromBackend) => {
      switch (message.type) {
        case 'desk-call':
          void parts.answerDesk(message.verb, message.args).then((answer) => {
            post({ type: 'desk-reply', id: message.id, ...answer })
          })
          return
        case 'console-output':
          ;(message.stream === 'out' ? process.stdout : process.stderr).write(message.text)
          return
        case 'console-echo':
          echo = message.on
          return
        case 'exit':
          asked = message.code
          child.kill()
          return
        case 'ready':
        case 'reply':
        case 'event':
        case 'stopped':
          return
      }
    })
    child.once('exit', (exit) => resolve(asked ?? (exit === 0 ? 0 : 1)))
  })
  lines.close()
  await Promise.all([drained(process.stdout), drained(process.stderr)])
  return code
}

function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()))
}
