import { parentPort, workerData } from 'node:worker_threads'
import { reduceScan } from './reduce-scan.ts'
import type { ScanAnswer, ScanTask } from './scan-task.ts'
import { pictureSheet } from './scan-pdf.ts'

const port = parentPort
if (!port) throw new Error('scan-worker runs in a worker thread')
const task = workerData as ScanTask

async function answerTo(job: ScanTask): Promise<ScanAnswer> {
  return job.job === 'reduce'
    ? { job: 'reduce', reduction: await reduceScan(job.bytes, job.most) }
    : { job: 'sheet', pdf: await pictureSheet(job.file) }
}

port.postMessage(await answerTo(task))
