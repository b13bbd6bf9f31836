import type { CitizenFacts } from '#core/citizens/citizens.ports.ts'
import { findBank } from '#core/kernel/banks.ts'
import { addJalaliMonths } from '#core/kernel/day.ts'
import { maskAccount, maskNationalId } from '#core/kernel/masking.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { addRial, type Rial } from '#core/kernel/rial.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import { isPaid } from '#core/pensions/pension-status.rules.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import type { StoredSlip, StoredSlipSummary } from '#core/pensions/pensions.ports.ts'
import { isNetRight, slipNotices, type SlipBlock } from '#core/pensions/slips.rules.ts'
import type { RequestFiledHere, RequestWording } from '#core/requests/requests.ports.ts'
import type { Institution } from './certificate.model.ts'
import type { PaperIssue } from './paper-issue.model.ts'
import { PensionSlip, type SlipLine } from './pension-slip.model.ts'
import { FiledBy, RequestReceipt } from './request-receipt.model.ts'
import { SalaryCertificate } from './salary-certificate.model.ts'

type Identity = CitizenFacts['identity']

function fullName({ firstName, lastName }: Identity): string {
  return `${firstName} ${lastName}`
}

/** In the registry a certificate number of 0 says that the national ID stands in its place. */
function birthCertificateNumber({ certificateNumber }: Identity): string | null {
  return certificateNumber === '0' ? null : certificateNumber
}

/**
 * The slip whose figures a salary certificate states: that of the newest month; where a month has several, the first,
 * since the others are supplements.
 */
export function latestMonthlySlip(
  slips: readonly StoredSlipSummary[],
): StoredSlipSummary | undefined {
  const monthly = slips.filter((slip) => slip.paymentType === 'MONTHLY')
  return monthly.reduce<StoredSlipSummary | undefined>((latest, slip) => {
    if (!latest) return slip
    const later = slip.year * 12 + slip.month - (latest.year * 12 + latest.month)
    return later > 0 || (later === 0 && slip.seq < latest.seq) ? slip : latest
  }, undefined)
}

/** The issue of a salary certificate with its last day of validity, by the parameter of the day of issue. */
export function withValidity(issue: PaperIssue, parameters: readonly Parameter[]): PaperIssue {
  const months = parameterOn(parameters, 'SALARY_CERT_VALID_MONTHS', 'MONTHS', issue.day)
  return { ...issue, validUntil: months ? addJalaliMonths(issue.day, months.value) : null }
}

interface SalaryFacts {
  readonly issue: PaperIssue
  readonly trackingCode: string
  readonly identity: Identity
  readonly file: PensionFile
  readonly slips: readonly StoredSlipSummary[]
  readonly recipient: Institution
  readonly recipientBranch: string
}

/**
 * What a salary certificate states of the pensioner's own share: gross, deductions and net of the newest month paid.
 *
 * @law domain brief §3.15, §4.1
 * @refuses `rule` when the file or the share is not being paid, nothing was paid yet, or the slip's figures differ
 */
export function salaryStatement(facts: SalaryFacts): SalaryCertificate {
  const { issue, trackingCode, identity, file, recipient } = facts
  if (!isPaid(file))
    throw new Refusal('rule', {
      what: 'pension-inactive',
      values: { status: file.status === 'ACTIVE' ? file.shareStatus : file.status },
    })
  const slip = latestMonthlySlip(facts.slips)
  if (!slip) throw new Refusal('rule', { what: 'no-slip' })
  if (!isNetRight(slip)) throw new Refusal('rule', { what: 'slip-figures-differ' })
  return SalaryCertificate.parse({
    kind: 'salary-certificate',
    issue,
    trackingCode,
    recipient: { name: recipient.name, branchName: facts.recipientBranch },
    person: {
      fullName: fullName(identity),
      fatherName: identity.fatherName,
      nationalId: identity.personId,
      birthDay: identity.birthDate,
      birthCertificateNumber: birthCertificateNumber(identity),
      birthCertificatePlace: identity.issueCity,
    },
    insuranceNumber: file.insuranceNumber,
    pensionNumber: file.pensionNumber,
    pensionType: file.pensionType,
    establishedOn: file.establishedOn,
    branch: { code: file.branchCode, name: file.branchName },
    period: { year: slip.year, month: slip.month },
    gross: slip.totalPayments,
    deductions: addRial(slip.totalDeductions, slip.totalLoans),
    net: slip.net,
    commitments: null,
  })
}

function blockOf({ lines }: StoredSlip, block: SlipBlock): SlipLine[] {
  return lines
    .filter((line) => line.block === block)
    .map(({ title, amount, remaining }) => ({
      title,
      amount,
      remainingCount: block === 'LOAN' ? remaining : null,
    }))
}

/** Days paid of one payment; an Eid bonus or arrears count none. */
function daysPaid({ daysPaid: days }: StoredSlip): number | null {
  return days === null || days === 0 ? null : days
}

interface SlipFacts {
  readonly issue: PaperIssue
  readonly identity: Identity
  readonly file: PensionFile
  readonly slip: StoredSlip
}

/**
 * What a pension slip states: the slip's own figures, line by line.
 *
 * @law domain brief §4.3
 * @refuses `rule` when the figures the centre sent do not add up: such a slip is shown with its notice, not printed
 */
export function slipStatement({ issue, identity, file, slip }: SlipFacts): PensionSlip {
  const [notice] = slipNotices(slip, slip.lines)
  if (notice !== undefined)
    throw new Refusal('rule', { what: 'slip-figures-differ', values: { notice } })
  const totals: Readonly<Record<'totalPayments' | 'totalDeductions' | 'totalLoans' | 'net', Rial>> =
    slip
  return PensionSlip.parse({
    kind: 'pension-slip',
    issue,
    fullName: fullName(identity),
    nationalId: identity.personId,
    pensionNumber: slip.pensionNumber,
    insuranceNumber: file.insuranceNumber,
    branch: { code: file.branchCode, name: file.branchName },
    bankName: slip.bankCode === null ? null : (findBank(slip.bankCode)?.name ?? slip.bankCode),
    maskedAccount: slip.accountNumber === null ? null : maskAccount(slip.accountNumber),
    period: { year: slip.year, month: slip.month },
    paymentType: slip.paymentType,
    daysPaid: daysPaid(slip),
    payments: blockOf(slip, 'PAYMENT'),
    deductions: blockOf(slip, 'DEDUCTION'),
    loans: blockOf(slip, 'LOAN'),
    totalPayments: totals.totalPayments,
    totalDeductions: totals.totalDeductions,
    totalLoans: totals.totalLoans,
    net: totals.net,
  })
}

interface ReceiptFacts {
  readonly issue: PaperIssue
  readonly identity: Identity
  readonly request: RequestFiledHere
  readonly wording: RequestWording
}

/** What the receipt of a request filed here states; its number is the tracking code. @law domain brief §4.8 */
export function receiptStatement({
  issue,
  identity,
  request,
  wording,
}: ReceiptFacts): RequestReceipt {
  return RequestReceipt.parse({
    kind: 'request-receipt',
    issue,
    trackingCode: request.trackingCode,
    title: wording.title,
    fullName: fullName(identity),
    maskedNationalId: maskNationalId(identity.personId),
    role: request.role,
    representative: representativeOf(request),
    papers: request.papers.map((code) => ({
      title: wording.papers[code] ?? code,
      form: 'ORIGINAL',
    })),
    nextStep: wording.nextStep,
    deadline:
      request.promisedOn === null ? null : { day: request.promisedOn, reason: wording.promise },
  })
}

/** Who filed by a power; nobody when the citizen stood here, or for an order or an open request. */
function representativeOf({ presence }: RequestFiledHere): FiledBy | null {
  const kind = FiledBy.shape.kind.safeParse(presence.presenceKind)
  if (!kind.success || !presence.power) return null
  return { kind: kind.data, name: presence.power.holderName, powerNumber: presence.power.number }
}
