import type { FromBackend, ToBackend } from '#core/kernel/desk.ts'
import { type Backend, compose } from './compose.ts'
import { consoleDesk } from './console/console-desk.ts'
import { secretsOf } from './console/console-io.ts'
import { runConsole } from './console/console.ts'
import { remoteConsole } from './console/remote-console.ts'
import { fileLog } from './log.ts'
import { readProgram } from './program.ts'
import { remoteDesk } from './remote-desk.ts'
import type { Emit } from './scope.ts'

/** What Electron gives a utility process to speak with the shell. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void
  postMessage(message: FromBackend): void
}

const port = (process as unknown as { readonly parentPort?: ParentPort }).parentPort
if (!port)
  throw new Error('the backend is started by the shell; see console/office.ts for a terminal')

const post = (message: FromBackend): void => port.postMessage(message)
const { desk, settle } = remoteDesk(post)
const program = readProgram(import.meta.dirname, process.env)
const [firstWord, ...words] = process.argv.slice(2)

if (firstWord === 'office') await startConsole()
else await startBackend()

async function startBackend(): Promise<void> {
  const log = fileLog(program.folder)
  const fail = (cause: unknown): void => {
    log.incident(cause, { what: 'backend ends' })
    process.exit(1)
  }
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)

  const emit: Emit = (topic, payload) => post({ type: 'event', topic, payload })
  // The desk answers while the backend is still being composed: the seal of the key file is asked for.
  let begin: (backend: Backend) => void = () => undefined
  const begun = new Promise<Backend>((resolve) => (begin = resolve))
  listen((message) => {
    if (message.type === 'desk-reply') settle(message)
    else void begun.then((backend) => hear(backend, message))
  })
  const backend = await compose({ ...program, desk, emit })
  if (process.env['BAJEH_DEMONSTRATION'] === '1') {
    // Without it the set-up screen is shown, which says what is missing.
    await backend.prepareDemonstration().catch((cause: unknown) => log.incident(cause))
  }
  begin(backend)
  post({ type: 'ready' })
}

function hear(backend: Backend, message: ToBackend): void {
  switch (message.type) {
    case 'call': {
      const { id, window, method, input } = message
      void backend
        .call({ window, method, input })
        .then((reply) => post({ type: 'reply', id, reply }))
      return
    }
    case 'lock':
      backend.lock()
      return
    case 'window-closed':
      void backend.closeWindow(message.window)
      return
    case 'stop':
      void backend.stop().then(() => post({ type: 'stopped' }))
      return
    case 'desk-reply':
    case 'console-input':
      return
  }
}

async function startConsole(): Promise<void> {
  const { io, hear: hearLine } = remoteConsole(post, secretsOf(process.env))
  listen((message) => {
    if (message.type === 'desk-reply') settle(message)
    else if (message.type === 'console-input') hearLine(message.line)
  })
  const code = await runConsole(words, { io, program, compose, desk: consoleDesk(desk) })
  post({ type: 'exit', code })
}

function listen(listener: (message: ToBackend) => void): void {
  port?.on('message', ({ data }) => listener(data as ToBackend))
}
