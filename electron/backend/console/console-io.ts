import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Where the console reads and speaks: a terminal, or the shell of the packaged program. */
export interface ConsoleIo {
  out(text: string): void
  error(text: string): void
  /** The secret from the environment, else typed unseen; undefined when there is nobody to ask. */
  secret(prompt: string): Promise<string | undefined>
  /** What is typed, line by line, until there is no more. */
  lines(): AsyncIterable<string>
  /** Calls when the user wants to break off; the function returned ends that. */
  onBreak(listener: () => void): () => void
}

/** The terminal this program was started from. */
export function terminal(secret: string | undefined): ConsoleIo {
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    secret: (prompt) => (secret ? Promise.resolve(secret) : askUnseen(prompt)),
    lines: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
    onBreak(listener) {
      process.once('SIGINT', listener)
      return () => process.off('SIGINT', listener)
    },
  }
}

function askUnseen(prompt: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return Promise.resolve(undefined)
  process.stderr.write(`${prompt}: `)
  const nothing = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: nothing, terminal: true })
  return new Promise((resolve) => {
    reader.once('line', (line) => {
      process.stderr.write('\n')
      resolve(line)
      reader.close()
    })
    reader.once('close', () => resolve(undefined))
  })
}
