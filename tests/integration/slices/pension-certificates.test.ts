import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PaperStatement, type OrderOf } from '#core/certificates/paper.model.ts'
import { rial } from '#core/kernel/rial.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { plainPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const key = randomBytes(32)
let office: BranchOffice

const openOn = (today: string) =>
  openBranchOffice({ folder, key, papers: plainPapers, today: jalali(today) })

beforeAll(async () => {
  office = await openOn('1405/09/02')
  await office.import(sampleExtract())
}, 120_000)
afterAll(async () => {
  await office.close()
  removeOffice(folder)
})
beforeEach(async () => {
  await office.signIn(1)
})

const visitOf = async (personId: string, window = 1) =>
  (await openFileOf(office, window, personId)).visit.visitId

type Order = OrderOf<'deduction-certificate'>
function loan(pensionNumber: string, instalment: number, change: Partial<Order> = {}): Order {
  return {
    kind: 'deduction-certificate',
    ...{ pensionNumber, institutionCode: 'B013', borrower: null },
    ...{
      recipientBranch: 'مرکزی',
      loan: rial(instalment),
      instalment: rial(instalment),
      count: 12,
    },
    ...{ guarantee: rial(instalment * 12), firstDue: { year: 1405, month: 10 } },
    ...change,
  }
}
const salary = (pensionNumber: string): OrderOf<'salary-certificate'> => ({
  kind: 'salary-certificate',
  ...{ pensionNumber, institutionCode: 'B013', recipientBranch: 'مرکزی' },
})
const issue = (visitId: string, order: Order, idempotencyKey: string = randomUUID()) =>
  office.get(1, 'certificates.issue', { visitId, order, idempotencyKey })
const refusal = (visitId: string, order: Order) =>
  office.refusal(1, 'certificates.issue', { visitId, order, idempotencyKey: randomUUID() })
const standing = (visitId: string, pensionNumber: string) =>
  office.get(1, 'certificates.deductionStanding', { visitId, pensionNumber })
const stateOf = async (visitId: string, documentId: string) =>
  (await office.get(1, 'certificates.ofPensions', visitId)).find(
    (one) => one.documentId === documentId,
  )
const use = (visitId: string, documentId: string, letterOn = jalali('1405/09/02')) => ({
  ...{ visitId, documentId, letterOn, letterNumber: ' ۱۲/۳۴۵ ' },
})

describe('what a pension is bound to', () => {
  test('the three certificates of the centre and the loans of the slip, against the ceiling', async () => {
    const visitId = await visitOf('0000001341')
    const { room, commitments, net } = await standing(visitId, '8000134')
    expect(room).toMatchObject({
      ...{ base: 327_293_262, ceiling: 196_375_957, loans: 19_500_000, committed: 25_500_000 },
      ...{ both: 0, used: 45_000_000, room: 151_375_957, untold: 0 },
      share: { value: 6000, certainty: 'G' },
    })
    expect([net, commitments.map(({ state }) => state)]).toEqual([
      307_793_262,
      ['VALID', 'UNTOLD', 'UNTOLD'],
    ])
  })

  test('one rial beyond is refused with what would fit; that fits, takes the room, and gives it back', async () => {
    const visitId = await visitOf('0000001341')
    expect(await refusal(visitId, loan('8000134', 151_375_958))).toMatchObject({
      ...{ code: 'rule', what: 'instalment-exceeds-room', field: 'instalment' },
      values: { ceiling: 196_375_957, used: 45_000_000, amount: 151_375_957 },
    })
    const idempotencyKey = randomUUID()
    const paper = await issue(visitId, loan('8000134', 151_375_957), idempotencyKey)
    // The second press of the same order is not weighed against the first.
    expect(await issue(visitId, loan('8000134', 151_375_957), idempotencyKey)).toEqual(paper)
    expect((await standing(visitId, '8000134')).room.room).toBe(0)
    expect(await refusal(visitId, loan('8000134', 500_000))).toMatchObject({
      ...{ what: 'no-room-left', values: { room: 0, least: 500_000 } },
    })
    await office.database.transaction((tx) =>
      sql`insert into document_revocations select document_id, issued_at, clerk_id, 'مبلغ نادرست'
        from documents where document_id = ${paper.documentId}`.execute(tx),
    )
    expect((await standing(visitId, '8000134')).room.room).toBe(151_375_957)
    expect(await stateOf(visitId, paper.documentId)).toMatchObject({
      ...{ state: 'REVOKED', revocation: { reason: 'مبلغ نادرست' } },
    })
    expect(
      await office.refusal(1, 'certificates.recordUse', use(visitId, paper.documentId)),
    ).toMatchObject({ code: 'rule', what: 'paper-revoked' })
  })

  test('a salary certificate states them when the recipient asks', async () => {
    const visitId = await visitOf('0000001341')
    const order = salary('8000134')
    const stated = async (withCommitments?: boolean) => {
      const asked = withCommitments === undefined ? order : { ...order, withCommitments }
      const { pdf } = await office.get(1, 'certificates.preview', { visitId, order: asked })
      return PaperStatement.parse(JSON.parse(Buffer.from(pdf, 'base64').toString('utf8')))
    }
    expect(await stated()).toMatchObject({ commitments: null })
    expect(await stated(true)).toMatchObject({
      commitments: [
        { recipientName: 'بانک رفاه کارگران', instalment: 500_000, remainingCount: 12 },
        { instalment: 5_000_000, remainingCount: 238 },
        { instalment: 20_000_000, remainingCount: 30 },
      ],
    })
  })

  test('a pension that is not paid, one of somebody else, a court: refused with the reason', async () => {
    const visitId = await visitOf('0000001341')
    const asked = { visitId, pensionNumber: '8000101' }
    expect(await office.refusal(1, 'certificates.deductionStanding', asked)).toMatchObject({
      ...{ code: 'not-found', what: 'pension' },
    })
    expect(
      await refusal(visitId, loan('8000134', 500_000, { institutionCode: 'X02' })),
    ).toMatchObject({ what: 'recipient-lends-nothing' })
    const suspended = await office.database.reader
      .selectFrom('pension_shares')
      .innerJoin('citizens', 'citizens.citizen_id', 'pension_shares.citizen_id')
      .where('pension_shares.status', '=', 'SUSPENDED')
      .where('citizens.death_date', 'is', null)
      .select(['citizens.person_id', 'pension_shares.pension_number'])
      .executeTakeFirstOrThrow()
    const other = await visitOf(suspended.person_id)
    const of = { visitId: other, pensionNumber: suspended.pension_number }
    expect(await office.refusal(1, 'certificates.deductionStanding', of)).toMatchObject({
      ...{ code: 'rule', what: 'pension-inactive' },
    })
  })
})

describe('a certificate that its bank presents', () => {
  test('is used from then on, once, with the letter in the trail', async () => {
    const visitId = await visitOf('0000001015')
    const { documentId } = await issue(visitId, loan('8000101', 1_000_000))
    expect(await stateOf(visitId, documentId)).toMatchObject({ state: 'VALID', use: null })
    const used = await office.get(1, 'certificates.recordUse', use(visitId, documentId))
    expect(used).toMatchObject({ state: 'USED', use: { letterOn: jalali('1405/09/02') } })
    expect(await stateOf(visitId, documentId)).toEqual(used)
    const { papers } = await office.get(1, 'vault.box', visitId)
    expect(papers.find((paper) => paper.documentId === documentId)?.standing).toBe('USED')
    expect(
      await office.refusal(1, 'certificates.recordUse', use(visitId, documentId)),
    ).toMatchObject({ code: 'conflict', what: 'certificate-used' })
    const trail = await office.database.reader
      .selectFrom('audit')
      .where('action', '=', 'certificates.recordUse')
      .where('object', '=', `document ${documentId}`)
      .select(['outcome', 'visit_id'])
      .execute()
    expect(trail).toEqual([{ outcome: 'done', visit_id: visitId }])
  })

  test('is not one of another kind or person, nor presented before its issue or tomorrow', async () => {
    const visitId = await visitOf('0000001015')
    const { documentId } = await issue(visitId, loan('8000101', 1_000_000))
    const refused = (input: ReturnType<typeof use>) =>
      office.refusal(1, 'certificates.recordUse', input)
    expect(await refused(use(visitId, documentId, jalali('1405/09/01')))).toMatchObject({
      what: 'letter-before-issue',
    })
    expect(await refused(use(visitId, documentId, jalali('1405/09/03')))).toMatchObject({
      what: 'letter-in-future',
    })
    expect(await refused(use(await visitOf('0000001341'), documentId))).toMatchObject({
      ...{ code: 'not-found', what: 'paper' },
    })
    const again = await visitOf('0000001015')
    const other = await office.get(1, 'certificates.issue', {
      visitId: again,
      order: salary('8000101'),
      idempotencyKey: randomUUID(),
    })
    expect(await refused(use(again, other.documentId))).toMatchObject({
      what: 'use-not-of-this-kind',
    })
  })

  test('the table itself takes neither a second use, nor a change, nor another kind', async () => {
    const write = (text: ReturnType<typeof sql>) =>
      office.database.transaction((tx) => text.execute(tx))
    const again = sql`insert into document_uses select document_id, 'x', letter_on, recorded_at,
      recorded_by, visit_id from document_uses limit 1`
    await expect(write(again)).rejects.toThrow('presented once')
    await expect(write(sql`update document_uses set letter_number = 'x'`)).rejects.toThrow('never')
    await expect(write(sql`delete from document_uses`)).rejects.toThrow('never')
    const other = sql`insert into document_uses select document_id, 'x', '2026-11-23', issued_at,
      clerk_id, visit_id from documents where kind = 'salary-certificate' limit 1`
    await expect(write(other)).rejects.toThrow('deduction certificate')
  })

  test('after its time one that was used still binds, one that was not frees its room', async () => {
    const before = await visitOf('0000001015')
    const kept = await issue(before, loan('8000101', 2_000_000))
    const lost = await issue(before, loan('8000101', 3_000_000))
    await office.get(1, 'certificates.recordUse', use(before, kept.documentId))
    const { used } = (await standing(before, '8000101')).room
    await office.close()
    office = await openOn('1405/10/03')
    await office.signIn(1)
    const visitId = await visitOf('0000001015')
    expect((await stateOf(visitId, kept.documentId))?.state).toBe('USED')
    expect((await stateOf(visitId, lost.documentId))?.state).toBe('EXPIRED')
    const late = use(visitId, lost.documentId, jalali('1405/10/03'))
    expect(await office.refusal(1, 'certificates.recordUse', late)).toMatchObject({
      ...{ what: 'letter-after-validity', values: { day: jalali('1405/10/02') } },
    })
    // Of two others of 1,000,000 one was presented and one ran out.
    expect((await standing(visitId, '8000101')).room.used).toBe(used - 3_000_000 - 1_000_000)
    // The letter was written in time and came late.
    await office.get(1, 'certificates.recordUse', use(visitId, lost.documentId))
    expect((await standing(visitId, '8000101')).room.used).toBe(used - 1_000_000)
  })
})
