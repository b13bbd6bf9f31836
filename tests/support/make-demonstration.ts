import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generatedExtract, zipOfFolder } from './extracts.ts'

/*
 * Makes the extract of the demonstration office anew: node tests/support/make-demonstration.ts
 * The generator and its arguments decide every byte, so the file changes only when they do.
 */
const target = path.resolve(import.meta.dirname, '../../resources/demonstration/extract.zip')
const words = ['--citizens', '400', '--seed', '1405', '--as-of', '1405/08/30']
const bytes = zipOfFolder(generatedExtract(...words), 'extract')
mkdirSync(path.dirname(target), { recursive: true })
writeFileSync(target, bytes)
console.log(`${target}: ${bytes.length} bytes`)
