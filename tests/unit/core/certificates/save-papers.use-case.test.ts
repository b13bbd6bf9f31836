import { describe, expect, test } from 'vitest'
import { issuePaper } from '#core/certificates/issue-paper.use-case.ts'
import { savePapers } from '#core/certificates/save-papers.use-case.ts'
import { instantAt } from '#core/kernel/instant.ts'
import { fakeDesk } from '../../../support/fake-desk.ts'
import { certificateOrder, issuingOffice } from '../../../support/issuing-office.ts'

/** An office with a paper of the visitor, one of his child, and one of a stranger. */
async function savedPapers() {
  const office = issuingOffice()
  const { needs: issuing, reading, documents } = office
  const issue = (idempotencyKey: string, citizenId?: number) =>
    issuePaper({ visitId: 'v', idempotencyKey, order: certificateOrder }, issuing, citizenId)
  const own = await issue('a')
  const childs = await issue('b', 8)
  const strange = await issue('c', 9)
  const [last] = documents.papers.splice(2)
  if (last) documents.papers.push({ ...last, visitId: 'another' })
  const desk = fakeDesk()
  const noted: { readonly citizenId: number; readonly object: string }[] = []
  const needs: Parameters<typeof savePapers>[1] = {
    ...issuing,
    ...{ desk, now: () => instantAt(0) },
    bind: (pdfs) => Promise.resolve(Buffer.concat([...pdfs])),
    reading: (work) => work(reading),
    writing: (work) =>
      work({ note: ({ citizenId, object }) => void noted.push({ citizenId, object }) }),
  }
  const save = (as: 'one' | 'many', ...papers: readonly { readonly documentId: string }[]) =>
    savePapers({ visitId: 'v', as, documentIds: papers.map((one) => one.documentId) }, needs)
  const bytes = async ({ documentId }: { readonly documentId: string }) =>
    Buffer.from((await documents.findFile(documentId, 0))?.bytes ?? [])
  return { own, childs, strange, desk, noted, save, bytes, documents }
}

describe('saving papers', () => {
  test('as many: the kept bytes under kind and number, each told of in its citizen’s trail', async () => {
    const { own, childs, desk, noted, save, bytes } = await savedPapers()
    expect(await save('many', childs, own, childs)).toBe('folder')
    expect(desk.saved).toEqual([
      { name: `salary-certificate ${childs.number}.pdf`, bytes: await bytes(childs) },
      { name: `salary-certificate ${own.number}.pdf`, bytes: await bytes(own) },
    ])
    expect(noted).toEqual([
      { citizenId: 8, object: `document ${childs.documentId}` },
      { citizenId: 7, object: `document ${own.documentId}` },
    ])
  })

  test('as one: bound in the order asked for, and signed', async () => {
    const { own, childs, desk, save, bytes } = await savedPapers()
    await save('one', childs, own)
    const bound = Buffer.concat([await bytes(childs), await bytes(own), Buffer.from('\n')])
    expect(desk.saved).toEqual([
      { name: `salary-certificate ${childs.number} +1.pdf`, bytes: bound },
    ])
  })

  test('one alone is neither bound nor signed again', async () => {
    const { own, desk, save, bytes } = await savedPapers()
    await save('one', own)
    expect(desk.saved[0]?.bytes).toEqual(await bytes(own))
  })

  test('nothing is told of what the clerk did not save', async () => {
    const { own, childs, desk, noted, save } = await savedPapers()
    desk.saveFile = () => Promise.resolve(null)
    expect(await save('one', own, childs)).toBeNull()
    expect(noted).toEqual([])
  })

  test('a paper of somebody else, or one whose bytes differ, is not saved', async () => {
    const { own, strange, desk, save, documents } = await savedPapers()
    await expect(save('many', own, strange)).rejects.toMatchObject({
      data: { code: 'not-found', what: 'paper' },
    })
    documents.files.set(`${own.documentId}/0`, { bytes: Buffer.of(1), sha256: own.sha256 })
    await expect(save('many', own)).rejects.toMatchObject({
      data: { code: 'conflict', what: 'paper-differs' },
    })
    expect(desk.saved).toEqual([])
  })
})
