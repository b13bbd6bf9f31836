// Loaded first in a process that utilityProcess.fork starts: gives it `process.parentPort`.
import { EventEmitter } from 'node:events'

class ParentPort extends EventEmitter {
  /** Messages that came before the script listened. */
  private early: unknown[] | undefined = []

  constructor() {
    super()
    this.on('newListener', (event) => {
      if (event === 'message') queueMicrotask(() => this.start())
    })
  }

  start(): void {
    const { early = [] } = this
    this.early = undefined
    for (const data of early) this.deliver(data)
  }

  receive(data: unknown): void {
    if (this.early) this.early.push(data)
    else this.deliver(data)
  }

  postMessage(message: unknown): void {
    if (process.connected) process.send?.(structuredClone(message))
  }

  private deliver(data: unknown): void {
    this.emit('message', { data, ports: [] })
  }
}

const port = new ParentPort()
process.on('message', (data) => port.receive(data))
process.once('disconnect', () => process.exit(0))
Object.assign(process, { parentPort: port, type: 'utility' })
