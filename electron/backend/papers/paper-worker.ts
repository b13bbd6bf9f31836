import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { createPaperRenderer } from './paper-renderer.ts'
import type { RenderPaper } from './paper-renderer.ts'
import { definitionOf } from './paper-templates.ts'
import { ORGANISATION } from './paper-words.ts'
import type { PaperAnswer, PaperTask, WorkerSettings } from './paper-task.ts'
import { PaperFault } from './persian-text/paper-fault.ts'

/** Parses both fonts and runs every seam once, so that the first citizen does not wait for it. */
async function warmUp(render: RenderPaper): Promise<void> {
  await render({
    pageSize: 'A5',
    pageMargins: [20, 20, 20, 20],
    info: { title: ORGANISATION, creationDate: new Date(0) },
    style: {},
    content: [
      { text: ORGANISATION, bold: true },
      { table: { widths: ['*', 'auto'], body: [[{ text: ORGANISATION }, { text: '۱۲۳٬۴۵۶' }]] } },
      { qr: 'https://example.org/1', eccLevel: 'M' },
    ],
  })
}

async function answerTo(render: RenderPaper, { id, statement }: PaperTask): Promise<PaperAnswer> {
  try {
    const drawn = await render(definitionOf(statement))
    const bytes = new Uint8Array(drawn) // its own memory, so that it can be handed over
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { id, drawn: { bytes, sha256 } }
  } catch (cause) {
    if (cause instanceof PaperFault) return { id, fault: cause.detail }
    return { id, failure: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }
  }
}

const port = parentPort
if (!port) throw new Error('paper-worker runs in a worker thread')
const render = createPaperRenderer(workerData as WorkerSettings)
port.on('message', (task: PaperTask) => {
  void answerTo(render, task).then((answer) => {
    port.postMessage(answer, 'drawn' in answer ? [answer.drawn.bytes.buffer] : [])
  })
})
void warmUp(render)
