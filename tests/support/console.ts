import { spawn } from 'node:child_process'
import path from 'node:path'
import { compose } from '../../electron/backend/compose.ts'
import { consoleDesk } from '../../electron/backend/console/console-desk.ts'
import { runConsole as run } from '../../electron/backend/console/console.ts'
import { readProgram } from '../../electron/backend/program.ts'

const root = path.resolve(import.meta.dirname, '../..')

export interface ConsoleRun {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

export interface ConsoleOrder {
  readonly words: readonly string[]
  readonly secret?: string
  readonly recoveryKey?: string
  /** What is typed, all at once; the input ends after it. */
  readonly typed?: string
}

/** Runs the console as a program of its own, until it ends. */
export async function spawnConsole({
  words,
  secret,
  typed = '',
}: ConsoleOrder): Promise<ConsoleRun> {
  const { BAJEH_OFFICE: _folder, BAJEH_SECRET: _secret, ...environment } = process.env
  const child = spawn(process.execPath, ['electron/backend/console/office.ts', ...words], {
    cwd: root,
    env: { ...environment, ...(secret === undefined ? {} : { BAJEH_SECRET: secret }) },
  })
  child.stdin.end(typed)
  const read = async (stream: AsyncIterable<Buffer>): Promise<string> => {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk)
    return Buffer.concat(chunks).toString('utf8')
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, error, code] = await Promise.all([read(child.stdout), read(child.stderr), ended])
  return { code, out, error }
}

/** Runs the same words here, which is quicker: only the terminal is not a real one. */
export async function runConsole({
  words,
  secret,
  recoveryKey,
  typed = '',
}: ConsoleOrder): Promise<ConsoleRun> {
  const said = { out: '', error: '' }
  const code = await run(words, {
    io: {
      out: (text) => void (said.out += text),
      error: (text) => void (said.error += text),
      secret: () => Promise.resolve(secret),
      recoveryKey: () => Promise.resolve(recoveryKey),
      async *lines() {
        yield* await Promise.resolve(typed === '' ? [] : typed.split('\n'))
      },
      onBreak: () => () => undefined,
    },
    program: readProgram(path.join(root, 'electron/backend'), {}),
    compose,
    desk: consoleDesk(),
  })
  return { code, ...said }
}
