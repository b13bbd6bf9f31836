import path from 'node:path'
import { compose } from '../compose.ts'
import { readProgram } from '../program.ts'
import { consoleDesk } from './console-desk.ts'
import { secretsOf, terminal } from './console-io.ts'
import { runConsole } from './console.ts'

// The console of the office without Electron: no key store, so a real office does not open here.
const isSource = path.basename(import.meta.dirname) === 'console'
const here = isSource ? path.dirname(import.meta.dirname) : import.meta.dirname
process.exitCode = await runConsole(process.argv.slice(2), {
  io: terminal(secretsOf(process.env)),
  program: readProgram(here, process.env),
  compose,
  desk: consoleDesk(),
})
