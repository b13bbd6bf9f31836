import type { DebtStatement } from '#core/certificates/debt-statement.model.ts'
import type { Rial } from '#core/kernel/rial.ts'
import { rialInWords } from '#core/kernel/words.ts'
import {
  DEBT_STAGE,
  EMPLOYER_ROLE,
  NEXT_STEP_NOTE,
  amount,
  branchText,
  code,
  codeOrNothing,
  count,
  dayText,
  monthText,
  quoted,
  quotedOrNothing,
} from '../paper-words.ts'
import type { PaperDefinition, PaperNode } from '../persian-text/paper-definition.ts'
import { debtTable } from './debt-table.ts'
import { fact, factTable, wide, type Fact } from './fact-table.ts'
import { besideCode, closing } from './letter.ts'
import { ALERT, QUIET, TINT, boxLines, label, sizeOfAmount, strong, value } from './paper-style.ts'
import { wideSheet } from './wide-sheet.ts'

const TITLE = 'صورت وضعیت بدهی کارگاه'
const LEDGER_TITLE = 'گردش حساب بدهی کارگاه'

/** Whether the paper states a part of what the workshop owes. */
function isPartial({ workshop, scope }: DebtStatement): boolean {
  const { stages, state, from, to } = scope
  return workshop.contractRow !== null || stages.length > 0 || [state, from, to].some(isGiven)
}

const isGiven = (part: unknown): boolean => part !== null

const STATE = { OPEN: 'تنها بدهی‌های باز', SETTLED: 'تنها بدهی‌های تسویه‌شده' } as const

/** The part that was asked for, beside the contract row; nothing when it is all. */
function scopeFacts({ scope }: DebtStatement): Fact[] {
  const { stages, state, from, to } = scope
  const months = [
    ...(from === null ? [] : [`از ${monthText(from)}`]),
    ...(to === null ? [] : [`تا ${monthText(to)}`]),
  ]
  const parts = [
    ...(stages.length === 0
      ? []
      : [`مرحله: ${stages.map((stage) => DEBT_STAGE[stage]).join('، ')}`]),
    ...(months.length === 0 ? [] : [`دورهٔ بدهی: ${months.join(' ')}`]),
    ...(state === null ? [] : [STATE[state]]),
  ]
  if (parts.length === 0) return []
  return [wide(fact('محدوده', 'scope', parts.join(' – '), { bold: true }))]
}

function subject(paper: DebtStatement): PaperNode {
  const { workshop, employer, requestedBy } = paper
  const row = workshop.contractRow
  return {
    stack: [
      factTable({
        widths: [62, '*', 74, 128, 62, 108],
        facts: [
          wide(
            fact('نام کارگاه', 'workshop.name', quoted(workshop.name), {
              bold: true,
              fontSize: 11,
            }),
          ),
          fact('کارفرما', 'employer.name', quoted(employer.name)),
          fact(
            employer.kind === 'LEGAL' ? 'شناسهٔ ملی' : 'کد ملی',
            'employer.id',
            codeOrNothing(employer.id),
          ),
          fact('کد کارگاه', 'workshop.code', code(workshop.code)),
          fact('شعبه', 'workshop.branch', branchText(workshop.branch)),
          fact('ردیف پیمان', 'workshop.contractRow', row === null ? 'همهٔ ردیف‌ها' : code(row)),
          fact('وضعیت در تاریخ', 'asOf', dayText(paper.asOf), { bold: true }),
          fact('فعالیت', 'workshop.activity', quotedOrNothing(workshop.activity)),
          fact('درخواست‌کننده', 'requestedBy.fullName', quoted(requestedBy.fullName)),
          fact('سمت', 'requestedBy.role', EMPLOYER_ROLE[requestedBy.role]),
          ...scopeFacts(paper),
        ],
        padding: { x: 3, y: 3.4 },
        labels: { fontSize: 7.5 },
      }),
    ],
    margin: [0, 0, 0, 8],
  }
}

function summary(paper: DebtStatement): PaperNode {
  const cells: readonly (readonly [name: string, field: string, sum: Rial])[] = [
    ['بدهی قطعی', 'definitive', paper.definitive],
    ['قابل تقسیط', 'installmentPayable', paper.installmentPayable],
    ['غیرقابل تقسیط', 'notPayable', paper.notPayable],
    ['در دست رسیدگی', 'pending', paper.pending],
    [isPartial(paper) ? 'جمع ردیف‌های برگه' : 'جمع بدهی', 'total', paper.total],
  ]
  return {
    table: {
      widths: cells.map(() => '*' as const),
      body: [
        cells.map(([name, field, sum]) => ({
          stack: [
            label(name, { alignment: 'center' }),
            value(field, `${amount(sum)} ریال`, {
              bold: true,
              fontSize: sizeOfAmount(sum, 92, 10),
              alignment: 'center',
            }),
          ],
          fillColor: TINT,
        })),
      ],
    },
    layout: boxLines({ x: 4, y: 2.4 }),
  }
}

/** Sums of which a debt with a fault is part say so where they stand. */
function warning(paper: DebtStatement): PaperNode[] {
  const odd = paper.debts.filter((debt) => debt.odd).length
  if (odd === 0) return []
  const text = `هشدار: ${count(odd)} بدهی این برگه با نشان * رقم یا تاریخی دارد که نمی‌خواند؛ جمع‌ها با همان ارقام رسیده از مرکز است.`
  return [{ text, color: ALERT, bold: true, fontSize: 9, margin: [0, 0, 0, 5] }]
}

function debtsOf(paper: DebtStatement): PaperNode {
  if (paper.debts.length > 0) return debtTable(paper)
  const partial = isPartial(paper)
  const place = partial ? 'در این محدوده' : 'برای این کارگاه'
  return {
    stack: [
      { text: partial ? 'بدون بدهی در این محدوده' : 'بدون بدهی', bold: true, fontSize: 16 },
      { text: `${place} تا ${dayText(paper.asOf)} هیچ بدهی ثبت نشده است.`, fontSize: 10 },
    ],
    alignment: 'center',
    margin: [0, 22, 0, 24],
  }
}

function notesOf(paper: DebtStatement): string[] {
  const steps = new Set(paper.debts.map((debt) => debt.nextStep))
  const { undated } = paper.scope
  return [
    ...[...steps].flatMap((step) => NEXT_STEP_NOTE[step] ?? []),
    ...(paper.debts.some((debt) => debt.odd && debt.notices.length === 0)
      ? ['* اجزای این بدهی با مبلغ آن نمی‌خواند؛ ارقام همان است که از مرکز رسیده است']
      : []),
    ...(isPartial(paper)
      ? ['جمع‌های این برگه تنها از ردیف‌های همین برگه است، نه از همهٔ بدهی کارگاه']
      : []),
    ...(undated === 0 ? [] : [`${count(undated)} بدهی که دوره ندارد در این محدوده نیامده است`]),
    'این صورت وضعیت تنها بدهی روز صدور را نشان می‌دهد و مفاصاحساب نیست',
  ]
}

function foot(paper: DebtStatement): PaperNode {
  return {
    unbreakable: true,
    stack: [
      {
        text: [
          strong(
            `${isPartial(paper) ? 'جمع ردیف‌های این برگه' : 'جمع بدهی'} (${count(paper.debts.length)} ردیف): `,
          ),
          strong(`${amount(paper.total)} ریال`),
          ` – ${rialInWords(paper.total)}`,
        ],
        fontSize: 9.5,
        field: 'total',
        margin: [0, 0, 0, 4],
      },
      {
        columns: [
          {
            width: '*',
            stack: notesOf(paper).map((text) => ({ text: `${text}.`, margin: [0, 0, 0, 1.5] })),
            color: QUIET,
            fontSize: 8,
          },
          { width: 310, stack: [closing(paper.issue)] },
        ],
      },
    ],
  }
}

/**
 * صورت وضعیت بدهی, and گردش حساب when the documents of each debt are stated: landscape A4 (domain brief
 * §4.6). A workshop without debts is a statement too.
 */
export function debtStatementTemplate(paper: DebtStatement): PaperDefinition {
  const { issue } = paper
  return wideSheet(issue, paper.ledger ? LEDGER_TITLE : TITLE, [
    besideCode(issue, paper.trackingCode, [subject(paper), summary(paper)]),
    ...warning(paper),
    debtsOf(paper),
    foot(paper),
  ])
}
