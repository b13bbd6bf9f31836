import { parentPort } from 'node:worker_threads'
import { signPdf } from './pdf-signature.ts'
import { SIGNING_ALGORITHM } from './pki.ts'
import type { SigningAnswer, SigningTask } from './signing-task.ts'

async function answerTo({
  id,
  pdf,
  certificate,
  key,
  words,
  at,
}: SigningTask): Promise<SigningAnswer> {
  try {
    const hand = { certificate, key: key.toCryptoKey(SIGNING_ALGORITHM, false, ['sign']) }
    const signed = await signPdf(pdf, hand, words, at)
    return { id, signed: new Uint8Array(signed) } // its own memory, so that it can be handed over
  } catch (cause) {
    return { id, failure: cause instanceof Error ? (cause.stack ?? cause.message) : 'no error' }
  }
}

const port = parentPort
if (!port) throw new Error('signing-worker runs in a worker thread')
port.on('message', (task: SigningTask) => {
  void answerTo(task).then((answer) => {
    port.postMessage(answer, 'signed' in answer ? [answer.signed.buffer] : [])
  })
})
