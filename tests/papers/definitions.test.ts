import { expect, it } from 'vitest'
import type { PaperStatement } from '#core/certificates/paper.model.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { anAccessSheet } from './access-sheets.ts'
import { aCareStatement } from './care-statements.ts'
import { aDecisionLetter } from './decision-letters.ts'
import { aDebtStatement } from './debt-statements.ts'
import { aDeduction, aSurvivorsDecree, borrower } from './pension-statements.ts'
import { aPensionStatus } from './pension-status.ts'
import { aRecord, aRecordCertificate } from './record-statements.ts'
import { aCertificate, aReceipt, aSlip } from './statements.ts'
import { aTicketReceipt } from './ticket-receipts.ts'

/** Head and foot as they stand on the second of two pages; layouts are functions and stay out. */
function shown(statement: PaperStatement) {
  const { header, footer, ...rest } = definitionOf(statement)
  const whole = { ...rest, header: header?.(2, 2), footer: footer?.(2, 2) }
  return JSON.parse(JSON.stringify(whole)) as unknown
}

it.each<[string, PaperStatement]>([
  ['salary certificate', aCertificate()],
  ['deduction certificate', aDeduction({ borrower })],
  ['pension slip', aSlip()],
  ['decree', aSurvivorsDecree()],
  ['record statement', aRecord(2, 'WAGES')],
  ['record certificate', aRecordCertificate()],
  ['debt statement', aDebtStatement(1, 2)],
  ['request receipt', aReceipt()],
  ['access sheet', anAccessSheet(2)],
  ['decision letter', aDecisionLetter()],
  ['pension status', aPensionStatus()],
  ['ticket receipt', aTicketReceipt(2)],
  ['care statement', aCareStatement()],
])('the definition of a %s', (_, statement) => {
  expect(shown(statement)).toMatchSnapshot()
})

it('is made afresh each time, because pdfmake writes into it', () => {
  const statement = aCertificate()
  expect(definitionOf(statement)).not.toBe(definitionOf(statement))
  expect(definitionOf(statement).content).not.toBe(definitionOf(statement).content)
})
