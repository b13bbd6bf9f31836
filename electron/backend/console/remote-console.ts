import type { FromBackend } from '#core/kernel/desk.ts'
import type { ConsoleIo, ConsoleSecrets } from './console-io.ts'

/** A console whose terminal is the shell's. */
export interface RemoteConsole {
  readonly io: ConsoleIo
  /** Hands over a line typed there; null when there are no more. */
  readonly hear: (line: string | null) => void
}

/** Speaks with the terminal of the shell by message. */
export function remoteConsole(
  post: (message: FromBackend) => void,
  { secret, recoveryKey }: ConsoleSecrets,
): RemoteConsole {
  const heard: (string | null)[] = []
  let wake: (() => void) | undefined

  const next = async (): Promise<string | null> => {
    while (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve))
    // The end stays the end for whoever asks again.
    return heard[0] === null ? null : (heard.shift() ?? null)
  }

  const askUnseen = async (prompt: string): Promise<string | undefined> => {
    post({ type: 'console-output', stream: 'error', text: `${prompt}: ` })
    post({ type: 'console-echo', on: false })
    const line = await next()
    post({ type: 'console-echo', on: true })
    post({ type: 'console-output', stream: 'error', text: '\n' })
    return line ?? undefined
  }

  const io: ConsoleIo = {
    out: (text) => post({ type: 'console-output', stream: 'out', text }),
    error: (text) => post({ type: 'console-output', stream: 'error', text }),
    secret: (prompt) => (secret ? Promise.resolve(secret) : askUnseen(prompt)),
    recoveryKey: (prompt) => (recoveryKey ? Promise.resolve(recoveryKey) : askUnseen(prompt)),
    async *lines() {
      for (let line = await next(); line !== null; line = await next()) yield line
    },
    onBreak: () => () => undefined,
  }
  return {
    io,
    hear(line) {
      heard.push(line)
      wake?.()
    },
  }
}
