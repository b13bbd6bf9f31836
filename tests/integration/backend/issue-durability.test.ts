import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import type { IssuedPaper } from '#core/certificates/certificate.model.ts'
import type { CitizenFile, SearchResult } from '#core/citizens/citizen.model.ts'
import { BackendChild } from '../../support/backend-process.ts'
import { demonstrationSignIn } from '../../support/demonstration-office.ts'
import { officeFolder } from '../../support/whole-office.ts'

const folder = officeFolder()
const { userName, secret } = demonstrationSignIn('CLERK')
const children: BackendChild[] = []

afterEach(async () => {
  for (const child of children.splice(0)) await child.kill()
})
afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }))

async function ask<T>(backend: BackendChild, method: string, input: unknown): Promise<T> {
  const reply = await backend.call(1, method, input)
  if (!reply.ok) throw new Error(`${method} refused: ${JSON.stringify(reply.refusal)}`)
  return reply.value as T
}

/** The program with the clerk signed in and a pensioner's file open. */
async function start(): Promise<{ readonly backend: BackendChild; readonly visitId: string }> {
  const backend = new BackendChild(folder, [], { BAJEH_DEMONSTRATION: '1' })
  children.push(backend)
  await backend.message('ready')
  await ask(backend, 'access.signIn', { userName, secret })
  const search = { text: '0000001104', limit: 1 }
  const { hits } = await ask<SearchResult>(backend, 'citizens.search', search)
  const { visit } = await ask<CitizenFile>(backend, 'visits.begin', {
    ...{ citizenId: hits[0]?.citizenId, presence: { kind: 'SELF', cardSeen: true } },
    ...{ purpose: 'CERTIFICATE', reason: null },
  })
  return { backend, visitId: visit.visitId }
}

const order = {
  kind: 'salary-certificate',
  ...{ pensionNumber: '8000110', institutionCode: 'B013', recipientBranch: 'مرکزی' },
}

test('killed among many issues: numbers have no hole, each with its whole paper, keys issue once', async () => {
  const keys = Array.from({ length: 8 }, () => randomUUID())
  const first = await start()
  const acknowledged: IssuedPaper[] = []
  const third = new Promise<void>((resolve) => {
    for (const idempotencyKey of keys)
      void ask<IssuedPaper>(first.backend, 'certificates.issue', {
        ...{ visitId: first.visitId, order, idempotencyKey },
      }).then((paper) => {
        if (acknowledged.push(paper) === 3) resolve()
      })
  })
  await third
  await first.backend.kill()

  const { backend, visitId } = await start()
  const papers = await ask<IssuedPaper[]>(backend, 'certificates.ofCitizen', visitId)
  expect(papers.map(({ number }) => number)).toEqual(
    expect.arrayContaining(acknowledged.map(({ number }) => number)),
  )
  const serials = (of: readonly IssuedPaper[]) =>
    of.map(({ number }) => Number(number.slice(-6))).toSorted((a, b) => a - b)
  expect(serials(papers)).toEqual(papers.map((_, at) => at + 1))
  // Each paper that has a number has its bytes, and they are those of its hash.
  for (const { documentId } of papers)
    await ask(backend, 'certificates.pdf', { visitId, documentId })

  const again: IssuedPaper[] = []
  for (const idempotencyKey of keys)
    again.push(await ask(backend, 'certificates.issue', { visitId, order, idempotencyKey }))
  expect(serials(again)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
}, 120_000)
