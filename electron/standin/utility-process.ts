import type { ForkOptions, UtilityProcess } from 'electron'
import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import os from 'node:os'
import type { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { host } from './host.ts'
import { strict } from './strict.ts'

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill()
})

/** A Node process that lives no longer than the application. */
export class StandinUtilityProcess
  extends EventEmitter
  implements Pick<UtilityProcess, 'pid' | 'stdout' | 'stderr' | 'postMessage' | 'kill'>
{
  private readonly child: ChildProcess

  constructor(modulePath: string, args: string[], options: ForkOptions) {
    super()
    const { stdio = 'inherit' } = options
    const outputs = typeof stdio === 'string' ? [stdio, stdio] : stdio.slice(1)
    const [stdout = 'inherit', stderr = 'inherit'] = outputs as ('pipe' | 'ignore' | 'inherit')[]
    const entry = pathToFileURL(path.join(import.meta.dirname, 'parent-port.ts')).href
    this.child = fork(modulePath, args, {
      cwd: options.cwd,
      env: options.env as NodeJS.ProcessEnv | undefined,
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        ...(options.execArgv ?? []),
        ...['--import', entry],
      ],
      serialization: 'advanced',
      stdio: ['ignore', stdout, stderr, 'ipc'],
    })
    running.add(this.child)
    this.child.once('spawn', () => this.emit('spawn'))
    this.child.on('message', (message) => this.emit('message', message))
    // A message to a process that has just ended is lost, as in Electron.
    this.child.on('error', () => undefined)
    this.child.once('exit', (code, signal) => {
      running.delete(this.child)
      this.emit('exit', code ?? (signal ? os.constants.signals[signal] : 1))
    })
  }

  get pid(): number | undefined {
    return this.child.exitCode === null ? this.child.pid : undefined
  }

  get stdout(): Readable | null {
    return this.child.stdout
  }

  get stderr(): Readable | null {
    return this.child.stderr
  }

  postMessage(message: unknown, transfer?: readonly unknown[]): void {
    if (transfer?.length) {
      throw new Error('[standin] electron.utilityProcess: transferred ports are not implemented')
    }
    // Refuses functions, and turns Buffer into Uint8Array, as Electron does.
    const copy: unknown = structuredClone(message)
    if (this.child.connected) this.child.send(copy as object)
  }

  kill(): boolean {
    return this.child.kill()
  }
}

export const utilityProcess = strict('utilityProcess', {
  fork: (modulePath: string, args: string[] = [], options: ForkOptions = {}) => {
    if (!host.isReady) throw new Error('utilityProcess cannot be created before app is ready.')
    const created = new StandinUtilityProcess(modulePath, args, options)
    return strict('UtilityProcess', created)
  },
})
