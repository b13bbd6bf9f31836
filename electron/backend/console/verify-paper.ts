import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import verdicts from '../../../resources/verdicts.json' with { type: 'json' }
import type { Day } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { ShownPaper } from '#core/verification/check-paper.use-case.ts'
import type { Verdict } from '#core/verification/verification.model.ts'
import { checkOffline } from '../offline-check.ts'
import type { ConsoleDesk } from './console-desk.ts'
import type { Counter } from './counter.ts'
import { type ConsoleOptions, type ConsoleOrder, required, UsageFault } from './words.ts'

/** The file or the text that is to be verified. @refuses none or both (UsageFault) */
async function shownIn({ rest: [file], options: { qr } }: ConsoleOrder): Promise<ShownPaper> {
  if (qr !== undefined && file === undefined) return { by: 'text', text: qr }
  if (file === undefined || qr !== undefined)
    throw new UsageFault('verify needs the path of a PDF, or --qr TEXT')
  return { by: 'file', pdf: await readFile(file) }
}

/** One line for whoever reads it: the verdict, which paper, and which figures differ. */
export function verdictLine(shown: Verdict): string {
  const { verdict, source, kind, number, figures, officeKind } = shown
  const wrong = figures.filter(({ agrees }) => !agrees)
  const differs = wrong.map(({ name, sealed, found }) => `${name} ${sealed} ≠ ${found ?? '—'}`)
  const counts = officeKind === null || officeKind === 'real' ? [] : [verdicts[officeKind]]
  return [`${verdicts[verdict]} [${source}]`, ...counts, kind, number, ...differs]
    .filter((part) => part !== null)
    .join(' · ')
}

/** Verifies by published lists, without an office. */
export async function verifyByLists(
  order: ConsoleOrder,
  lists: readonly string[],
  checkWorker: URL,
  today: Day | undefined,
): Promise<Verdict> {
  const published = await Promise.all(lists.map((file) => readFile(file, 'utf8')))
  return await checkOffline(await shownIn(order), { checkWorker, published, today })
}

/** Verifies by the books and keys of the open office. */
export async function verifyHere(order: ConsoleOrder, counter: Counter): Promise<Verdict> {
  const shown = await shownIn(order)
  if (shown.by === 'text') return await counter.ask('verification.check', shown)
  const name = path.basename(order.rest[0] ?? '')
  const pdf = Buffer.from(shown.pdf).toString('base64')
  return await counter.ask('verification.check', { by: 'file', name, pdf })
}

/** The office's keys; with --out they are published there together with the revocations. */
export async function keysOf(
  { out }: ConsoleOptions,
  counter: Counter,
  desk: ConsoleDesk,
): Promise<unknown> {
  if (out === undefined) return await counter.ask('verification.keys', null)
  desk.saves(out)
  return { file: await counter.ask('verification.publish', null) }
}

/** Revokes the paper of a number. */
export async function revoke({ rest, options }: ConsoleOrder, counter: Counter): Promise<unknown> {
  const [number] = rest
  if (number === undefined) throw new UsageFault('revoke needs the number of a paper')
  return await counter.ask('verification.revoke', { number, reason: required(options, 'reason') })
}

/** The revoked papers; with --out their sheet as a PDF. */
export async function revocationsOf({ out }: ConsoleOptions, counter: Counter): Promise<unknown> {
  if (out === undefined) return await counter.ask('verification.revocations', null)
  const { pdf } = await counter.ask('verification.revocationSheet', null)
  await writeFile(out, Buffer.from(pdf, 'base64'))
  return { file: path.resolve(out) }
}

/** Reading a file that is not there is a mistake in the command. */
export function asUsage(cause: unknown): unknown {
  const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
  return isMissing && !(cause instanceof Refusal) ? new UsageFault('there is no such file') : cause
}
