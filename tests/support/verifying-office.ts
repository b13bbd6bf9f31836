import { randomUUID } from 'node:crypto'
import type { Input, Output } from '#core/contract.ts'
import type { Day } from '#core/kernel/day.ts'
import { instantAt } from '#core/kernel/instant.ts'
import type { SealedFacts } from '#core/verification/seal.model.ts'
import { realClock } from '../../electron/backend/clock.ts'
import type { BackendOptions } from '../../electron/backend/compose.ts'
import { openOfficeDatabase } from '../../electron/backend/database/engines/encrypted-sqlite.ts'
import { readKeyFile, trySecret } from '../../electron/backend/office/key-file.ts'
import { openOfficeKeys } from '../../electron/backend/verification/open-keys.ts'
import { demonstrationSignIn } from './demonstration-office.ts'
import { fakeDesk, type FakeDesk } from './fake-desk.ts'
import { wholeOffice, type WholeOffice } from './whole-office.ts'

/** The demonstration office with its three clerks at windows 1 (clerk), 2 (supervisor) and 3 (administrator). */
export interface VerifyingOffice extends WholeOffice {
  readonly desk: FakeDesk
  /** Issues a certificate or a slip of the citizen whose file stays open. */
  issued(order: Input<'certificates.issue'>['order']): Promise<IssuedBytes>
  checkText(text: string): Promise<Output<'verification.check'>>
  checkFile(pdf: Uint8Array): Promise<Output<'verification.check'>>
  readonly today: Day
  /** A seal by the key in use of this very office, from its own database. */
  sealWith(facts: SealedFacts): Promise<string>
}

export interface IssuedBytes {
  readonly documentId: string
  readonly visitId: string
  readonly number: string
  readonly pdf: Buffer
}

const PERSON = '0000001104'

/** The order of a certificate for a bank, by the pension of the open citizen. */
export const certificateOrder = {
  kind: 'salary-certificate',
  pensionNumber: '8000110',
  institutionCode: 'B013',
  recipientBranch: 'مرکزی',
} as const

/** Makes the office, or opens the one of a folder again. */
export async function verifyingOffice(
  options: Partial<BackendOptions> = {},
): Promise<VerifyingOffice> {
  const desk = fakeDesk({ trusted: false })
  const office = await wholeOffice({ desk, ...options })
  await office.prepareDemonstration()
  for (const [at, role] of (['CLERK', 'SUPERVISOR', 'ADMINISTRATOR'] as const).entries()) {
    const { userName, secret } = demonstrationSignIn(role)
    await office.get(at + 1, 'access.signIn', { userName, secret })
  }
  let visitId: string | undefined

  async function openVisit(): Promise<string> {
    const { hits } = await office.get(1, 'citizens.search', { text: PERSON, limit: 1 })
    const { visit } = await office.get(1, 'visits.begin', {
      citizenId: hits[0]?.citizenId ?? 0,
      presence: { kind: 'SELF', cardSeen: true },
      purpose: 'CERTIFICATE',
      reason: null,
    })
    return visit.visitId
  }

  async function sealWith(facts: SealedFacts): Promise<string> {
    const { userName, secret } = demonstrationSignIn('CLERK')
    const file = await readKeyFile(office.folder, desk)
    const slot = await trySecret(file, userName, secret)
    if (!slot) throw new Error('the secret opens nothing')
    const database = await openOfficeDatabase(office.folder, slot.dataKey)
    const { kind, branchCode, branchName, province } = file
    const keys = await openOfficeKeys({
      database,
      identity: { kind, branchCode, branchName, province },
      signing: { sign: () => Promise.reject(new Error('nothing is signed here')) },
      now: () => instantAt(Date.now()),
      made: () => Promise.reject(new Error('there are keys already')),
    })
    try {
      return await keys.seal(facts)
    } finally {
      await keys.close()
      await database.close()
    }
  }

  return {
    ...office,
    desk,
    today: options.today ?? realClock.today(),
    sealWith,
    async issued(order) {
      visitId ??= await openVisit()
      const idempotencyKey = randomUUID()
      const asked = { visitId, order, idempotencyKey }
      const { documentId, number } = await office.get(1, 'certificates.issue', asked)
      const { pdf } = await office.get(1, 'certificates.pdf', { visitId, documentId })
      return { documentId, visitId, number, pdf: Buffer.from(pdf, 'base64') }
    },
    checkText: (text) => office.get(1, 'verification.check', { by: 'text', text }),
    checkFile: (pdf) =>
      office.get(1, 'verification.check', {
        by: 'file',
        name: 'paper.pdf',
        pdf: Buffer.from(pdf).toString('base64'),
      }),
  }
}
