import { describe, expect, test } from 'vitest'
import { issuePaper } from '#core/certificates/issue-paper.use-case.ts'
import { PaperStatement } from '#core/certificates/paper.model.ts'
import { dropPrint, printingOf, printPaper } from '#core/certificates/print-paper.use-case.ts'
import type { PrintOutcome } from '#core/kernel/desk.ts'
import { instantAt } from '#core/kernel/instant.ts'
import { defaultDeskSettings } from '#core/kernel/settings.ts'
import { fakeDesk } from '../../../support/fake-desk.ts'
import { actor, certificateOrder, issuingOffice } from '../../../support/issuing-office.ts'

const GOOD: PrintOutcome = { printed: true, where: 'test printer' }
const BAD: PrintOutcome = { printed: false, reason: 'no-printer' }

/** An office with one issued paper and a printer that answers as told. */
async function aPrinter() {
  const office = issuingOffice()
  const { documents, needs: issuing, reading } = office
  const ordered = { visitId: 'v', idempotencyKey: 'k', order: certificateOrder }
  const { documentId } = await issuePaper(ordered, issuing)
  const desk = fakeDesk()
  const printer = { outcome: GOOD, answer: () => Promise.resolve(printer.outcome) }
  desk.print = (job) => {
    desk.printed.push(job)
    return printer.answer()
  }
  const underWay = new Set<string>()
  const inside = { documents, visits: reading.visits, actor, note: () => undefined }
  const needs: Parameters<typeof printPaper>[1] = {
    ...issuing,
    ...{ desk, underWay, origin: reading.origin, now: () => instantAt(0) },
    reading: (work) => work(inside),
    writing: (work) => work(inside),
  }
  return {
    ...{ office, documents, documentId, desk, printer, needs },
    print: (reason: string | null = null) => printPaper({ documentId, reason }, needs),
    drop: () => dropPrint(documentId, { ...inside, underWay, now: () => instantAt(0) }),
    states: () => documents.prints.map(({ state, copy }) => `${state} ${copy}`),
    reprints: () =>
      desk.printed.map(
        ({ pdf }) => PaperStatement.parse(JSON.parse(Buffer.from(pdf).toString())).issue.reprint,
      ),
  }
}

describe('a print', () => {
  test('is on its way before the printer has it, and takes the kept bytes', async () => {
    const { documents, documentId, printer, print, desk, states, needs } = await aPrinter()
    const before: string[] = []
    printer.answer = () => {
      before.push(...states())
      return Promise.resolve(GOOD)
    }
    const failing = { render: () => Promise.reject(new Error('drawn again')) }
    await printPaper({ documentId, reason: null }, { ...needs, papers: failing })
    expect(before).toEqual(['SENDING 0'])
    expect(states()).toEqual(['PRINTED 0'])
    expect(desk.printed[0]?.pdf).toEqual((await documents.findFile(documentId, 0))?.bytes)
    await expect(print()).rejects.toMatchObject({ data: { what: 'reprint-reason' } })
  })

  test('that fails says why, stays, and is printed again with the same bytes', async () => {
    const { printer, print, states, desk, documents } = await aPrinter()
    printer.outcome = BAD
    expect(await print()).toMatchObject({
      ...{ printed: false, reason: 'no-printer', where: null },
      paper: { printState: 'FAILED', printFault: 'no-printer', prints: 0 },
    })
    expect(await documents.listUnprinted('c')).toMatchObject([{ printFault: 'no-printer' }])
    printer.outcome = GOOD
    expect(await print()).toMatchObject({ printed: true, paper: { prints: 1, printFault: null } })
    expect(states()).toEqual(['FAILED 0', 'PRINTED 0'])
    expect(desk.printed[0]?.pdf).toEqual(desk.printed[1]?.pdf)
    expect(await documents.listUnprinted('c')).toEqual([])
  })

  test('of a desk that throws has failed', async () => {
    const { printer, print } = await aPrinter()
    printer.answer = () => Promise.reject(new Error('the shell is gone'))
    expect(await print()).toMatchObject({ printed: false, reason: 'failed' })
  })

  test('is not begun twice, whoever presses', async () => {
    const { printer, print, drop, desk } = await aPrinter()
    let done: (outcome: PrintOutcome) => void = () => undefined
    const asked = new Promise<void>((resolve) => {
      printer.answer = () => {
        resolve()
        return new Promise((settle) => (done = settle))
      }
    })
    const first = print()
    const second = print()
    await expect(second).rejects.toMatchObject({
      data: { code: 'conflict', what: 'print-under-way' },
    })
    await asked
    await expect(drop()).rejects.toMatchObject({ data: { what: 'print-under-way' } })
    done(GOOD)
    expect(await first).toMatchObject({ printed: true })
    expect(desk.printed).toHaveLength(1)
  })

  test('of which nobody knows the end is printed again, and is a further print', async () => {
    const { documents, documentId, print, states, reprints } = await aPrinter()
    // The program died here.
    await documents.startPrint(documentId, { copy: 0, reason: null })
    expect(await documents.listUnprinted('c')).toMatchObject([{ printState: 'SENDING' }])
    await print()
    expect(states()).toEqual(['SENDING 0', 'PRINTED 0'])
    expect(reprints()).toEqual([null])
  })

  test('whose bytes are not those of the issue is not sent', async () => {
    const { documents, documentId, print, desk, states } = await aPrinter()
    const file = await documents.findFile(documentId, 0)
    const changed = Buffer.from(file?.bytes ?? [])
    changed.writeUInt8(changed.readUInt8(10) ^ 1, 10)
    documents.files.set(`${documentId}/0`, { bytes: changed, sha256: file?.sha256 ?? '' })
    await expect(print()).rejects.toMatchObject({
      data: { code: 'conflict', what: 'paper-differs' },
    })
    expect(desk.printed).toEqual([])
    expect(states()).toEqual(['WAITING 0'])
  })

  test('of a revoked paper is refused; it can be taken out of the queue', async () => {
    const { documents, documentId, print, drop, desk } = await aPrinter()
    documents.revoked.add(documentId)
    await expect(print()).rejects.toMatchObject({ data: { code: 'rule', what: 'paper-revoked' } })
    expect(desk.printed).toEqual([])
    await expect(drop()).resolves.toMatchObject({ printState: 'DROPPED' })
  })
})

describe('a reprint', () => {
  test('is marked with number, count and reason, sealed as before, signed anew and kept', async () => {
    const { documents, documentId, office, print, reprints } = await aPrinter()
    await print()
    await print('کاغذ مچاله شد')
    await print('گم شد')
    const firstNumber = '900-1405-1-000001'
    expect(reprints()).toEqual([
      null,
      { firstNumber, count: 1, reason: 'کاغذ مچاله شد' },
      { firstNumber, count: 2, reason: 'گم شد' },
    ])
    expect([...documents.files.keys()]).toEqual([0, 1, 2].map((n) => `${documentId}/${n}`))
    expect(office.sealed).toHaveLength(1)
    expect(office.events.filter((event) => event === 'signed')).toHaveLength(3)
  })

  test('that failed is taken up with its bytes, without another reason', async () => {
    const { printer, print, states, desk } = await aPrinter()
    await print()
    printer.outcome = BAD
    await print('گم شد')
    printer.outcome = GOOD
    expect(await print()).toMatchObject({ printed: true, paper: { prints: 2 } })
    expect(states()).toEqual(['PRINTED 0', 'FAILED 1', 'PRINTED 1'])
    expect(desk.printed[1]?.pdf).toEqual(desk.printed[2]?.pdf)
  })

  test('that cannot be drawn leaves nothing', async () => {
    const { documentId, documents, needs, print, states } = await aPrinter()
    await print()
    const papers = { render: () => Promise.reject(new Error('no glyph')) }
    const reprint = printPaper({ documentId, reason: 'گم شد' }, { ...needs, papers })
    await expect(reprint).rejects.toThrow('no glyph')
    expect(states()).toEqual(['PRINTED 0'])
    expect(documents.files.size).toBe(1)
  })
})

describe('dropping a print', () => {
  test('takes the paper out of the queue; it stays issued and can be printed', async () => {
    const { documents, printer, print, drop, states } = await aPrinter()
    printer.outcome = BAD
    await print()
    expect(await drop()).toMatchObject({ printState: 'DROPPED', prints: 0 })
    expect(await drop()).toMatchObject({ printState: 'DROPPED' })
    expect(await documents.listUnprinted('c')).toEqual([])
    printer.outcome = GOOD
    await print()
    expect(states()).toEqual(['DROPPED 0', 'PRINTED 0'])
    await expect(drop()).rejects.toMatchObject({
      data: { code: 'conflict', what: 'paper-is-printed' },
    })
  })

  test('is for the clerk whose paper it is', async () => {
    const { office, drop, documents } = await aPrinter()
    office.visit = null
    const [paper] = documents.papers
    if (paper) documents.papers[0] = { ...paper, clerkId: 'another' }
    await expect(drop()).rejects.toMatchObject({ data: { code: 'forbidden' } })
  })
})

test('printer, tray, copies and sides are those of the kind, else the desk’s', () => {
  const slips = { printer: null, tray: 'Tray2', copies: 2, duplex: 'shortEdge' } as const
  const settings = { ...defaultDeskSettings, printer: 'desk', papers: { 'pension-slip': slips } }
  expect(printingOf('pension-slip', settings)).toEqual({ ...slips, printer: 'desk' })
  expect(printingOf('decree', settings)).toEqual({
    ...{ printer: 'desk', tray: null, copies: 1, duplex: 'simplex' },
  })
})
