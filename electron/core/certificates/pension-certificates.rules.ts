import type { Day } from '#core/kernel/day.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { stateOfCentral, stateOfIssued } from './certificate-state.rules.ts'
import { validForMonths } from './paper-validity.rules.ts'
import { lastDue, payMonthOf } from './pay-month.rules.ts'
import type { PensionCertificate } from './pension-certificates.model.ts'
import type { CentralCertificate, KeptCertificate } from './pension-certificates.ports.ts'

const VALIDITY = {
  'salary-certificate': validForMonths('SALARY_CERT_VALID_MONTHS'),
  'deduction-certificate': validForMonths('DEDUCTION_CERT_VALID_MONTHS'),
} as const

/** What both kinds of certificate say of a loan; a salary certificate says nothing of one. */
const NO_LOAN = {
  ...{ borrowerName: null, loan: null, instalment: null, count: null, guarantee: null },
  ...{ firstDue: null, lastDue: null },
} as const

/** A certificate issued here, with its state of today. */
export function issuedCertificate(kept: KeptCertificate, today: Day): PensionCertificate {
  const { documentId, statement, revocation, use, prints } = kept
  const { kind, issue, trackingCode, pensionNumber, recipient } = statement
  const { day, validUntil } = issue
  return {
    ...{ kind, documentId, trackingCode, pensionNumber, validUntil, revocation, use, prints },
    ...{ origin: 'COUNTER', issuedOn: day, number: issue.number ?? trackingCode },
    ...{ recipientName: recipient.name, branchName: recipient.branchName },
    ...(statement.kind === 'deduction-certificate'
      ? {
          ...{ borrowerName: statement.borrower?.fullName ?? null, loan: statement.loan },
          ...{ instalment: statement.instalment, count: statement.count },
          ...{ guarantee: statement.guarantee },
          ...{ firstDue: statement.firstDue, lastDue: statement.lastDue },
        }
      : NO_LOAN),
    state: stateOfIssued({ validUntil, revocation, use }, today),
  }
}

/**
 * A certificate that the centre knows. It does not tell the month of the first instalment: that is taken to be the
 * month after the request.
 */
export function centralCertificate(
  central: CentralCertificate,
  parameters: readonly Parameter[],
  today: Day,
): PensionCertificate {
  const { kind, trackingCode, pensionNumber, recipientName, createdOn } = central
  const { instalment, count, guarantee } = central
  const validUntil = VALIDITY[kind](createdOn, parameters)
  const state = stateOfCentral(central, validUntil, today)
  const isLoan = kind === 'deduction-certificate'
  const firstDue = isLoan ? lastDue(payMonthOf(createdOn), 2) : null
  return {
    ...{ kind, trackingCode, pensionNumber, recipientName, state },
    ...{ origin: 'CENTRE', documentId: null, number: trackingCode, branchName: null },
    ...NO_LOAN,
    ...(isLoan ? { instalment, count, guarantee } : {}),
    firstDue,
    lastDue: firstDue !== null && count !== null ? lastDue(firstDue, count) : null,
    issuedOn: createdOn,
    validUntil: state === 'PENDING' || state === 'REFUSED' ? null : validUntil,
    ...{ use: null, revocation: null, prints: 0 },
  }
}

/** Whether the centre's certificate is the one issued here: the same code, or the same terms of the same day. */
function isSame(one: PensionCertificate, other: PensionCertificate): boolean {
  if (one.trackingCode === other.trackingCode) return true
  return (
    one.kind === other.kind &&
    one.pensionNumber === other.pensionNumber &&
    one.recipientName === other.recipientName &&
    one.instalment === other.instalment &&
    one.count === other.count &&
    one.issuedOn === other.issuedOn
  )
}

/**
 * Every certificate of the citizen's pensions, newest first. One that the centre tells of as well stands once, as the
 * office knows it; each of the office's takes the place of one of the centre's only.
 */
export function pensionCertificates(
  issued: readonly KeptCertificate[],
  central: readonly CentralCertificate[],
  parameters: readonly Parameter[],
  today: Day,
): readonly PensionCertificate[] {
  const here = issued.map((one) => issuedCertificate(one, today))
  const told = central
    .filter(({ status }) => status !== 'DRAFT')
    .map((one) => centralCertificate(one, parameters, today))
  for (const own of here) {
    const byCode = told.findIndex(({ trackingCode }) => trackingCode === own.trackingCode)
    const at = byCode >= 0 ? byCode : told.findIndex((other) => isSame(own, other))
    if (at >= 0) told.splice(at, 1)
  }
  return [...here, ...told].sort((a, b) =>
    a.issuedOn === b.issuedOn
      ? b.number.localeCompare(a.number, 'en')
      : a.issuedOn < b.issuedOn
        ? 1
        : -1,
  )
}
