import type { DeductionCertificate } from '#core/certificates/deduction-certificate.model.ts'
import {
  ORGANISATION,
  PENSION_TYPE,
  amount,
  branchText,
  code,
  codeOrNothing,
  count,
  dayText,
  monthText,
  quoted,
} from '../paper-words.ts'
import type { PaperDefinition, PaperNode } from '../persian-text/paper-definition.ts'
import { fact, factTable, identityFacts, nameFact, wide } from './fact-table.ts'
import type { Fact } from './fact-table.ts'
import { addressee, amountTable, besideCode, closing, letter, paragraph } from './letter.ts'

const TITLE = 'گواهی کسر اقساط'

function pensioner(paper: DeductionCertificate): Fact[] {
  return [
    nameFact(paper.person),
    ...identityFacts(paper.person),
    fact('شمارهٔ بیمه', 'insuranceNumber', codeOrNothing(paper.insuranceNumber)),
    fact('شمارهٔ مستمری', 'pensionNumber', code(paper.pensionNumber)),
    fact('نوع مستمری', 'pensionType', PENSION_TYPE[paper.pensionType]),
    fact('تاریخ برقراری', 'establishedOn', dayText(paper.establishedOn)),
    fact('شعبهٔ پرداخت', 'branch', branchText(paper.branch)),
  ]
}

function loan(paper: DeductionCertificate): Fact[] {
  const { borrower } = paper
  const instalments = `${count(paper.count)} قسط ماهانه، از ${monthText(paper.firstDue)} تا ${monthText(paper.lastDue)}`
  const who =
    borrower === null
      ? [wide(fact('وام‌گیرنده', 'borrower', 'نام‌بردهٔ بالا'))]
      : [
          wide(
            fact(
              'وام‌گیرنده',
              'borrower.fullName',
              `${quoted(borrower.fullName)} (نام‌بردهٔ بالا ضامن است)`,
            ),
          ),
          fact('کد ملی او', 'borrower.nationalId', code(borrower.nationalId)),
          fact('تاریخ تولد او', 'borrower.birthDay', dayText(borrower.birthDay)),
        ]
  return [...who, wide(fact('اقساط', 'count', instalments))]
}

function commitment(paper: DeductionCertificate): PaperNode[] {
  const { issue, recipient } = paper
  const bank = `${quoted(recipient.name)} – شعبهٔ ${quoted(recipient.branchName)}`
  const validity =
    issue.validUntil === null
      ? ''
      : ` مهلت ارائهٔ این گواهی تا پایان روز ${dayText(issue.validUntil)} است.`
  return [
    paragraph(
      `${ORGANISATION} متعهد است هرگاه اقساط یادشده پرداخت نشود، پس از اعلام کتبی ${bank}، اقساط سررسیدشده را ` +
        `تا سقف مبلغ ضمانت، یعنی ${amount(paper.guarantee)} ریال، و تا پایان ${monthText(paper.lastDue)} از مستمری ` +
        `نام‌برده کسر کند و به همان شعبه بپردازد.`,
      'recipient.branchName',
    ),
    paragraph(
      `این گواهی به درخواست نام‌برده و فقط برای ارائه به مرجع بالا صادر شده است و برای مرجع دیگری معتبر نیست.${validity}`,
    ),
  ]
}

/**
 * گواهی کسر اقساط: one A4 letter to the branch of a bank (domain brief §4.2). The password with which
 * the bank verifies it is never printed.
 */
export function deductionCertificateTemplate(paper: DeductionCertificate): PaperDefinition {
  return letter(paper.issue, TITLE, [
    addressee(paper.recipient, TITLE),
    paragraph(
      `با سلام و احترام؛ به استحضار می‌رساند مستمری نام‌بردهٔ زیر در ${monthText(paper.period)} و تعهد کسر اقساط از آن به این شرح است:`,
    ),
    besideCode(paper.issue, paper.trackingCode, [
      factTable({
        widths: [76, '*', 72, '*'],
        facts: [...pensioner(paper), ...loan(paper)],
        padding: { x: 4, y: 2 },
      }),
    ]),
    amountTable(
      [
        ['مستمری ماهانه (ناخالص)', 'gross', paper.gross],
        ['جمع کسورات', 'deductions', paper.deductions],
        ['خالص پرداختی', 'net', paper.net, true],
        ['مبلغ وام', 'loan', paper.loan],
        ['مبلغ هر قسط', 'instalment', paper.instalment],
        ['جمع بازپرداخت', 'repayment', paper.repayment],
        ['مبلغ ضمانت', 'guarantee', paper.guarantee, true],
      ],
      2.2,
    ),
    ...commitment(paper),
    closing(paper.issue),
  ])
}
