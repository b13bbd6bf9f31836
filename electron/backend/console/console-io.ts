import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Where the console reads and speaks: a terminal, or the shell of the packaged program. */
export interface ConsoleIo {
  out(text: string): void
  error(text: string): void
  /** The secret from the environment, else typed unseen; undefined when there is nobody to ask. */
  secret(prompt: string): Promise<string | undefined>
  /** The recovery key likewise. */
  recoveryKey(prompt: string): Promise<string | undefined>
  /** What is typed, line by line, until there is no more. */
  lines(): AsyncIterable<string>
  /** Calls when the user wants to break off; the function returned ends that. */
  onBreak(listener: () => void): () => void
}

/** What the environment says so that nobody need be asked. */
export interface ConsoleSecrets {
  readonly secret: string | undefined
  readonly recoveryKey: string | undefined
}

/** Reads the secrets of the environment; none of them is ever an argument. */
export function secretsOf(environment: NodeJS.ProcessEnv): ConsoleSecrets {
  return { secret: environment['BAJEH_SECRET'], recoveryKey: environment['BAJEH_RECOVERY_KEY'] }
}

/** The terminal this program was started from. */
export function terminal({ secret, recoveryKey }: ConsoleSecrets): ConsoleIo {
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    secret: (prompt) => (secret ? Promise.resolve(secret) : askUnseen(prompt)),
    recoveryKey: (prompt) => (recoveryKey ? Promise.resolve(recoveryKey) : askUnseen(prompt)),
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
