import { describe, expect, test } from 'vitest'
import type { Papers } from '#core/certificates/papers.ports.ts'
import { issuePaper } from '#core/certificates/issue-paper.use-case.ts'
import { PaperStatement } from '#core/certificates/paper.model.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { plainSigner } from '../../../support/papers.ts'
import { certificateOrder, issuingOffice } from '../../../support/issuing-office.ts'

const ordered = { visitId: 'v', idempotencyKey: 'k', order: certificateOrder }

describe('issuing', () => {
  test('seals, draws and signs first and keeps afterwards, once for a key', async () => {
    const { needs, events } = issuingOffice()
    const first = await issuePaper(ordered, needs)
    expect(await issuePaper(ordered, needs)).toEqual(first)
    expect(events).toEqual([
      'drawn 900-1405-1-000001',
      'signed',
      'document id0',
      'kept 900-1405-1-000001',
    ])
    expect(Object.keys(first)).not.toContain('statement')
  })

  test('the seal vouches for number, days and key figures, and is drawn', async () => {
    const { needs, documents, sealed } = issuingOffice()
    await issuePaper(ordered, needs)
    const [facts] = sealed
    expect(facts).toMatchObject({
      ...{ kind: 'salary-certificate', number: '900-1405-1-000001' },
      figures: expect.arrayContaining([{ name: 'net', value: '5' }]) as unknown,
    })
    const [paper] = documents.papers
    expect(paper?.statement.issue.seal).toBe(facts && (await plainSigner.seal(facts)))
    const drawn: unknown = JSON.parse(Buffer.from(paper?.file.bytes ?? []).toString())
    expect(PaperStatement.parse(drawn)).toEqual(paper?.statement)
  })

  test('what is kept are the signed bytes and their hash', async () => {
    const { needs, documents } = issuingOffice()
    const { documentId, sha256 } = await issuePaper(ordered, needs)
    const file = await documents.findFile(documentId, 0)
    expect(file?.sha256).toBe(sha256)
    expect(needs.sha256(file?.bytes ?? Buffer.of())).toBe(sha256)
    expect(
      Buffer.from(file?.bytes ?? [])
        .toString()
        .endsWith('\n'),
    ).toBe(true)
  })

  test('draws again when another desk took the number meanwhile', async () => {
    const { needs, events, documents } = issuingOffice()
    let drawn = 0
    const papers: Papers = {
      render: async (statement) => {
        if (drawn++ === 0) await documents.takeSerial({ kind: 'salary-certificate', year: 1405 })
        return needs.papers.render(statement)
      },
    }
    const paper = await issuePaper(ordered, { ...needs, papers })
    expect(paper.number).toBe('900-1405-1-000002')
    expect(events.at(-1)).toBe(`kept ${paper.number}`)
    expect(events.filter((event) => event.startsWith('drawn'))).toHaveLength(2)
  })

  test.each([
    ['drawn', { papers: { render: () => Promise.reject(new Error('no glyph')) } }],
    ['sealed', { signer: { ...plainSigner, seal: () => Promise.reject(new Error('no key')) } }],
    ['signed', { signer: { ...plainSigner, sign: () => Promise.reject(new Error('no key')) } }],
  ])('a paper that cannot be %s takes no number', async (_what, broken) => {
    const { needs, documents } = issuingOffice()
    await expect(issuePaper(ordered, { ...needs, ...broken })).rejects.toThrow(/^no /)
    expect(documents.papers).toEqual([])
    expect(await documents.nextSerial({ kind: 'salary-certificate', year: 1405 })).toBe(1)
  })

  test('about somebody else it is kept under his name, in the visit of the one who stands here', async () => {
    const { needs, documents } = issuingOffice()
    await issuePaper(ordered, needs, 8)
    expect(documents.papers).toMatchObject([
      { citizenId: 8, personId: '0010000018', visitId: 'v', clerkId: 'c' },
    ])
    await expect(issuePaper(ordered, needs)).rejects.toMatchObject({
      data: { code: 'conflict', what: 'idempotency-key' },
    })
  })

  test('a visit that does not cover pensions issues nothing', async () => {
    const office = issuingOffice()
    if (office.visit) office.visit = { ...office.visit, scope: ['RECORDS'] }
    await expect(issuePaper(ordered, office.needs)).rejects.toThrow(Refusal)
    expect(office.documents.papers).toEqual([])
  })
})
