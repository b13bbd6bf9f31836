import { parentPort, workerData } from 'node:worker_threads'
import type { CheckAnswer, CheckTask } from './check-task.ts'
import { signatureIn } from './pdf-coverage.ts'
import { sealsIn } from './pdf-seals.ts'

const port = parentPort
if (!port) throw new Error('check-worker runs in a worker thread')
const { pdf, known } = workerData as CheckTask
const tell = (answer: CheckAnswer): void => port.postMessage(answer)

const { signature, keyId } = await signatureIn(pdf, known)
const seals = await sealsIn(pdf)
const found = { signature, keyId, seals: seals ?? [] }
tell({ part: 'signature', found, isPdf: seals !== undefined || signature !== null })
// What a known key signed whole needs no second look.
if (signature === 'VALID') tell({ part: 'text', text: null })
else {
  const { textIn } = await import('./pdf-text.ts')
  tell({ part: 'text', text: (await textIn(pdf)) ?? null })
}
