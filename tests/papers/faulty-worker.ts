import { parentPort } from 'node:worker_threads'
import type { PaperTask } from '../../electron/backend/papers/paper-task.ts'

/** A worker that ends when the person of a statement is called «خطا», and draws nothing for others. */
const port = parentPort
port?.on('message', ({ id, statement }: PaperTask) => {
  if ('fullName' in statement && statement.fullName === 'خطا') process.exit(3)
  port.postMessage({ id, drawn: { bytes: new Uint8Array(), sha256: String(id) } })
})
