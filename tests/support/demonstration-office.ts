import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import demonstration from '../../resources/demonstration/office.json' with { type: 'json' }

const root = path.resolve(import.meta.dirname, '../..')
/** One office, made once by the product's own console and importer, copied for each test. */
const template = path.join(root, 'out/test-office')

/** Runs a word of the console on an office; throws with its output when it fails. */
export function runOffice(words: readonly string[], secret?: string): string {
  return execFileSync(process.execPath, ['electron/backend/console/office.ts', ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...(secret === undefined ? {} : { BAJEH_SECRET: secret }) },
  })
}

/** Makes the office that tests copy, anew: once before all of them. */
export async function prepareDemonstrationOffice(): Promise<void> {
  await rm(template, { recursive: true, force: true })
  runOffice(['init', '--demonstration', '--office', template])
}

/** A demonstration office of its own for one test. */
export async function copyDemonstrationOffice(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bajeh-office-'))
  await cp(template, folder, { recursive: true })
  return folder
}

/** How a role signs in to the demonstration office. */
export function demonstrationSignIn(role: 'CLERK' | 'SUPERVISOR' | 'ADMINISTRATOR') {
  const found = demonstration.clerks.find((clerk) => clerk.role === role)
  if (!found) throw new Error(`the demonstration office has no ${role}`)
  return found
}

/** How the expert signs in to the demonstration office, and the place of his line there. */
export function demonstrationExpert(): { readonly secret: string; readonly place: number } {
  const at = demonstration.clerks.findIndex(({ duties }) => duties.some((one) => one === 'EXPERT'))
  const found = demonstration.clerks[at]
  if (!found) throw new Error('the demonstration office has no expert')
  return { secret: found.secret, place: at + 1 }
}

/** What a method answers in an office that no window has open, asked by the demonstration clerk. */
export function askOffice(office: string, method: string, input: unknown): unknown {
  const clerk = demonstrationSignIn('CLERK')
  const words = ['call', method, JSON.stringify(input), '--as', clerk.userName]
  const reply = JSON.parse(runOffice([...words, '--office', office], clerk.secret)) as {
    readonly ok: boolean
    readonly value: unknown
  }
  if (!reply.ok) throw new Error(`${method} refused: ${JSON.stringify(reply)}`)
  return reply.value
}
