import type { DebtStep, LedgerDebt } from '#core/employers/debt.model.ts'
import { DebtStage } from '#core/employers/debt.model.ts'
import { debtTotals } from '#core/employers/debts.rules.ts'
import type {
  DebtLedger,
  DebtTotals,
  Workshop,
  WorkshopContract,
  WorkshopDetail,
} from '#core/employers/workshop.model.ts'
import { rial } from '#core/kernel/rial.ts'
import { day } from './fake-office.ts'

const NOTHING: DebtTotals = debtTotals([])

/** An invented workshop; it owes nothing unless told. */
export function aWorkshop(change: Partial<Workshop> = {}): Workshop {
  return {
    workshopCode: '9000011001',
    branchCode: '900',
    branchName: 'شعبه تهران',
    name: 'کارگاه نمونه',
    employerKind: 'NATURAL',
    legalEntityId: null,
    activity: 'نانوایی',
    status: 'ACTIVE',
    role: 'OWNER',
    actsFrom: day('1390/01/01'),
    actsUntil: null,
    scope: null,
    paper: null,
    contractRows: 0,
    prefixDiffers: false,
    debts: NOTHING,
    ...change,
  }
}

/** What a workshop owes, of which nothing is payable in instalments. */
export function owing(definitive: number, pending = 0): DebtTotals {
  const [sum, rest] = [rial(definitive), rial(pending)]
  return { ...NOTHING, definitive: sum, notPayable: sum, pending: rest, open: 1 }
}

/** The line of a debt that went through every stage up to its own. */
function stepsTo(stage: DebtStage): DebtStep[] {
  const at = DebtStage.options.indexOf(stage)
  return DebtStage.options.map((one, index) => ({
    stage: one,
    state: index < at ? 'PASSED' : index === at ? 'PRESENT' : 'AHEAD',
    day: index <= at ? day(`1404/0${index + 1}/01`) : null,
  }))
}

/** An invented debt of 100 rial, assessed and open, without a deadline. */
export function aDebt(debtNumber: string, change: Partial<LedgerDebt> = {}): LedgerDebt {
  return {
    debtNumber,
    contractRow: '000',
    reason: 'مابه‌التفاوت دستمزد',
    from: { year: 1403, month: 1 },
    to: { year: 1403, month: 12 },
    premium: rial(80),
    unemployment: rial(12),
    other: rial(8),
    amount: rial(100),
    remaining: rial(100),
    balance: rial(100),
    stage: 'ASSESSED',
    status: 'OPEN',
    steps: stepsTo(change.stage ?? 'ASSESSED'),
    installmentEligible: false,
    installmentNumber: null,
    calculationDay: day('1404/01/01'),
    noticeDay: day('1404/01/10'),
    primaryVoteNumber: null,
    objectUntil: null,
    daysLeft: null,
    nextStep: 'AWAIT_BOARD',
    notices: [],
    ...change,
  }
}

/** A ledger of those debts. */
export function aLedger(debts: LedgerDebt[], change: Partial<DebtLedger> = {}): DebtLedger {
  return {
    workshopCode: '9000011001',
    branchCode: '900',
    asOf: day('1405/08/30'),
    missingParameter: null,
    totals: debtTotals(debts),
    debts,
    ...change,
  }
}

/** A workshop in full with so many contract rows; every tenth of them owes. */
export function aWorkshopDetail(contracts = 0): WorkshopDetail {
  return {
    workshopCode: '9000011001',
    branchCode: '900',
    address: 'خیابان وحدت، پلاک 20',
    postalCode: '1599830994',
    openedOn: day('1385/02/01'),
    closedOn: null,
    employerName: 'بهمن نمونه',
    members: [
      {
        fullName: 'بهمن نمونه',
        role: 'OWNER',
        from: day('1385/02/01'),
        until: null,
        own: true,
      },
      {
        fullName: 'مینا نمونه',
        role: 'REPRESENTATIVE',
        from: day('1400/01/01'),
        until: day('1402/01/01'),
        own: false,
      },
    ],
    contracts: Array.from({ length: contracts }, (_, at): WorkshopContract => ({
      contractRow: String(at + 1).padStart(3, '0'),
      name: `پیمان ${at + 1}`,
      status: 'ACTIVE',
      contractNumber: `P-${at + 1}`,
      contractDay: day('1403/05/05'),
      contractAmount: rial(1_000_000 * (at + 1)),
      debts: at % 10 === 0 ? owing(at + 1) : NOTHING,
    })),
  }
}
