import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { PaperStatement } from '#core/certificates/paper.model.ts'
import { createPapers } from '../../electron/backend/papers/papers.gateway.ts'

/**
 * The first paper of a fresh process through a thread of its own, as the backend draws it; prints
 * the processor time of everything since the process started, in ms.
 */
const [, , workerFile = '', fontsFolder = '', statementFile = ''] = process.argv
const papers = createPapers({ workerFile: pathToFileURL(workerFile), fontsFolder, threads: 1 })
await papers.render(JSON.parse(readFileSync(statementFile, 'utf8')) as PaperStatement)
const { user, system } = process.cpuUsage()
console.log((user + system) / 1000)
await papers.close()
