import { Worker } from 'node:worker_threads'
import type { PaperChecks, PdfFindings, PublicKey } from '#core/verification/verification.ports.ts'
import type { CheckAnswer, CheckTask } from './check-task.ts'
import { isSignedBy } from './ed25519.ts'
import { derOf } from './pem.ts'

/** Milliseconds that a stranger's PDF may take. */
const PATIENCE = 5000
const MEMORY = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }
const HEAD = 1024

/** Whether bytes begin as a PDF does, within the first kilobyte as readers allow. */
function beginsAsPdf(pdf: Uint8Array): boolean {
  return Buffer.from(pdf.subarray(0, HEAD)).includes('%PDF-')
}

/**
 * Checks of papers. Each PDF is looked into in a thread of its own, which has five seconds and some memory and is
 * ended then: it may come from anybody.
 *
 * @param workerFile  check-worker.ts in the sources, check-worker.js in the built program
 * @param patience  milliseconds that a PDF may take
 */
export function paperChecks(workerFile: URL, patience: number = PATIENCE): PaperChecks {
  return {
    verifySeal: isSignedBy,
    readPdf: (pdf, keys) =>
      beginsAsPdf(pdf) ? lookInto(pdf, keys, { workerFile, patience }) : Promise.resolve(undefined),
  }
}

async function lookInto(
  pdf: Uint8Array,
  keys: readonly PublicKey[],
  { workerFile, patience }: { readonly workerFile: URL; readonly patience: number },
): Promise<PdfFindings | undefined> {
  const known = keys.map(({ keyId, certificate }) => ({ keyId, certificate: derOf(certificate) }))
  const data: CheckTask = { pdf: new Uint8Array(pdf), known }
  // What a library says on its streams is of no use to anybody.
  const thread = new Worker(workerFile, {
    workerData: data,
    resourceLimits: MEMORY,
    stdout: true,
    stderr: true,
  })
  let told: { readonly found: Omit<PdfFindings, 'text'>; readonly isPdf: boolean } | undefined
  const text = await new Promise<string | null>((resolve) => {
    const late = setTimeout(() => resolve(null), patience)
    const end = (said: string | null): void => {
      clearTimeout(late)
      resolve(said)
    }
    thread.on('message', (answer: CheckAnswer) => {
      if (answer.part === 'signature') told = answer
      else end(answer.text)
    })
    thread.on('error', () => end(null))
    thread.on('exit', () => end(null))
  })
  await thread.terminate()
  if (!told || (!told.isPdf && text === null)) return undefined
  return { ...told.found, text }
}
