import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Input } from '#core/contract.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { noPapers } from '../../support/papers.ts'
import { aPng } from '../../support/scans.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const PERSON = '0000001015'
const CHILD = '0000001112'
const HOLDER = '0000001384'

const folder = temporaryFolder()
let office: BranchOffice

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: noPapers, today: jalali('1405/09/02') })
  await office.import(sampleExtract())
  await office.signIn(1)
  await office.signIn(2)
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

const idOf = async (personId: string): Promise<number> => {
  const { hits } = await office.get(1, 'citizens.search', { text: personId, limit: 1 })
  return hits[0]?.citizenId ?? 0
}

type Presence = Input<'visits.begin'>['presence']
type Typed = Extract<Presence, { power: unknown }>['power']

const paper = (more: Partial<Typed> = {}): Typed => ({
  ...{ holderId: HOLDER, holderName: 'وکیل نمونه', number: '1405/12', issuer: 'دفتر نمونه' },
  ...{ issuedOn: jalali('1405/01/01'), expiresOn: null, scope: ['RECORDS', 'BENEFITS'] },
  ...more,
})
const attorney = (more: Partial<Typed> = {}): Presence => ({
  kind: 'ATTORNEY',
  power: paper(more),
})
const order = async (presence: Presence, personId = PERSON): Promise<Input<'visits.begin'>> => ({
  ...{ citizenId: await idOf(personId), presence, purpose: 'INQUIRY', reason: null },
})
const begin = async (presence: Presence, window = 1, personId = PERSON) =>
  office.get(window, 'visits.begin', await order(presence, personId))
const usable = async (personId = PERSON) =>
  office.get(1, 'visits.usablePowers', { citizenId: await idOf(personId) })

describe('the register of powers', () => {
  test('a paper is entered once, and opens the file again by itself', async () => {
    const first = await begin(attorney({ number: 'A-1' }))
    await begin(attorney({ number: 'A-1' }))
    const known = (await usable()).filter(({ number }) => number === 'A-1')
    expect(known).toMatchObject([
      { holderName: 'وکیل نمونه', holderMasked: '000****384', state: 'IN_FORCE', scan: null },
    ])
    const powerId = known[0]?.powerId ?? ''
    const again = await begin({ kind: 'KNOWN_POWER', powerId })
    expect(again.visit).toMatchObject({
      ...{ presenceKind: 'ATTORNEY', holderName: 'وکیل نمونه', scope: first.visit.scope },
    })
    expect(
      await office.refusal(1, 'citizens.reveal', {
        visitId: again.visit.visitId,
        field: 'ACCOUNT',
      }),
    ).toMatchObject({ code: 'forbidden', what: 'outside-power', values: { part: 'ACCOUNT' } })
  })

  test('the same number with another scope is another paper', async () => {
    await begin(attorney({ number: 'A-2' }))
    await begin(attorney({ number: 'A-2', scope: ['RECORDS'] }))
    const known = (await usable()).filter(({ number }) => number === 'A-2')
    expect(known.map(({ scope }) => scope)).toEqual([['RECORDS'], ['RECORDS', 'BENEFITS']])
  })

  test('of another citizen opens nothing', async () => {
    await begin(attorney({ number: 'A-3' }))
    const powerId = (await usable()).find(({ number }) => number === 'A-3')?.powerId ?? ''
    const presence = { kind: 'KNOWN_POWER', powerId } as const
    expect(
      await office.refusal(1, 'visits.begin', await order(presence, '0000001023')),
    ).toMatchObject({ code: 'not-found', what: 'power' })
  })

  test('ended by the person it opens nothing more, and ends who is here by it', async () => {
    const other = await begin(attorney({ number: 'A-4' }), 2)
    const { visit } = await openFileOf(office, 1, PERSON)
    const { visitId } = visit
    const power = (await office.get(1, 'visits.powers', visitId)).find(
      ({ number }) => number === 'A-4',
    )
    const end = { visitId, powerId: power?.powerId ?? '', reason: 'وکیل عزل شد' }
    await office.get(1, 'visits.endPower', end)
    expect(await office.refusal(1, 'visits.endPower', end)).toMatchObject({ what: 'power-ended' })
    expect(await office.refusal(2, 'citizens.file', other.visit.visitId)).toMatchObject({
      ...{ code: 'not-found', what: 'visit' },
    })
    for (const presence of [
      attorney({ number: 'A-4' }),
      { kind: 'KNOWN_POWER', powerId: end.powerId } as const,
    ])
      expect(await office.refusal(2, 'visits.begin', await order(presence))).toMatchObject({
        ...{ code: 'rule', what: 'power-ended' },
      })
    expect(await office.get(1, 'visits.powers', visitId)).toContainEqual(
      expect.objectContaining({ powerId: end.powerId, state: 'ENDED', endReason: 'وکیل عزل شد' }),
    )
  })

  test('a representative knows of his own papers only', async () => {
    await begin(attorney({ number: 'B-1', holderId: '0000001023', holderName: 'دیگری نمونه' }))
    const mine = await begin(attorney({ number: 'B-2' }))
    const seen = await office.get(1, 'visits.powers', mine.visit.visitId)
    expect(seen.map(({ number }) => number)).toContain('B-2')
    expect(seen.map(({ number }) => number)).not.toContain('B-1')
    const others = (await usable()).find(({ number }) => number === 'B-1')?.powerId ?? ''
    const end = { visitId: mine.visit.visitId, powerId: others, reason: 'به من چه' }
    expect(await office.refusal(1, 'visits.endPower', end)).toMatchObject({ what: 'power' })
  })

  test('its scan lies in the citizen’s box and stays there', async () => {
    await begin(attorney({ number: 'C-1' }))
    const { visit } = await openFileOf(office, 1, PERSON)
    const { visitId } = visit
    const scan = await office.get(1, 'vault.addScan', {
      ...{ visitId, paper: 'POWER_OF_ATTORNEY', title: 'وکالت‌نامه' },
      bytes: Buffer.from(aPng(77)).toString('base64'),
    })
    const powers = await office.get(1, 'visits.powers', visitId)
    const powerId = powers.find(({ number }) => number === 'C-1')?.powerId ?? ''
    const { documentId } = scan
    await office.get(1, 'visits.attachPowerScan', { visitId, powerId, documentId })
    await office.get(1, 'visits.attachPowerScan', { visitId, powerId, documentId })
    const after = await office.get(1, 'visits.powers', visitId)
    expect(after.find((one) => one.powerId === powerId)?.scan).toEqual({
      ...{ documentId, title: 'وکالت‌نامه' },
    })
    const { scans } = await office.get(1, 'vault.box', visitId)
    expect(scans?.find((one) => one.documentId === documentId)?.powerNumber).toBe('C-1')
    const removal = { visitId, documentId, reason: 'WRONG_FILE' } as const
    expect(await office.refusal(1, 'vault.removeScan', removal)).toMatchObject({
      ...{ code: 'rule', what: 'scan-of-power', values: { number: 'C-1' } },
    })
    const strange = { visitId, powerId, documentId: 'nothing' }
    expect(await office.refusal(1, 'visits.attachPowerScan', strange)).toMatchObject({
      ...{ code: 'not-found', what: 'scan' },
    })
  })

  test('what stands in it is never changed or deleted', async () => {
    await begin(attorney({ number: 'D-1' }))
    for (const byHand of [
      sql`update powers set expires_on = null`,
      sql`delete from powers`,
      sql`update power_endings set reason = 'x'`,
    ])
      await expect(office.database.transaction((tx) => byHand.execute(tx))).rejects.toThrow(
        /register of powers/,
      )
  })
})

describe('who may act for whom', () => {
  test('nobody for himself, and no clerk by his own power', async () => {
    const himself = attorney({ holderId: PERSON })
    expect(await office.refusal(1, 'visits.begin', await order(himself))).toMatchObject({
      ...{ code: 'rule', what: 'power-of-himself', field: 'presence.power.holderId' },
    })
    await office.signIn(3, { personId: HOLDER })
    expect(await office.refusal(3, 'visits.begin', await order(attorney()))).toMatchObject({
      ...{ code: 'forbidden', what: 'own-power' },
    })
  })

  test('no natural guardian for the grown, no dead or minor representative', async () => {
    const guardian = { kind: 'NATURAL_GUARDIAN', power: paper() } as const
    expect(await office.refusal(1, 'visits.begin', await order(guardian))).toMatchObject({
      what: 'guardian-of-adult',
    })
    for (const [holderId, what] of [
      ['0000001090', 'power-holder-deceased'],
      [CHILD, 'power-holder-minor'],
    ] as const)
      expect(
        await office.refusal(1, 'visits.begin', await order(attorney({ holderId }))),
      ).toMatchObject({ what })
    expect(
      await office.refusal(1, 'visits.begin', await order(attorney(), '0000001090')),
    ).toMatchObject({ what: 'power-of-dead' })
  })

  test('a child alone opens no money; his guardian does', async () => {
    const alone = await openFileOf(office, 1, CHILD)
    expect(alone.visit.scope).not.toContain('ACCOUNT')
    expect(alone.mobileMasked).toBeNull()
    const guardian = {
      kind: 'NATURAL_GUARDIAN',
      power: paper({ number: 'N-1', scope: ['RECORDS', 'ACCOUNT'] }),
    } as const
    const { visit } = await begin(guardian, 1, CHILD)
    expect(visit.scope).toEqual(['RECORDS', 'ACCOUNT'])
  })
})
