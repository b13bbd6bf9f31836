import { createPaperRenderer } from '../../electron/backend/papers/paper-renderer.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { aCertificate } from '../papers/statements.ts'

/** The first certificate of a fresh process; prints the processor time of all of it, in ms. */
const [, , fontsFolder = ''] = process.argv
await createPaperRenderer({ fontsFolder })(definitionOf(aCertificate()))
const { user, system } = process.cpuUsage()
console.log((user + system) / 1000)
