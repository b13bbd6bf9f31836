import type { IssuedPaper } from '#core/certificates/certificate.model.ts'
import type { PensionCertificate } from '#core/certificates/pension-certificates.model.ts'
import { parseJalali, type Day } from '#core/kernel/day.ts'
import { instantAt } from '#core/kernel/instant.ts'
import { rial } from '#core/kernel/rial.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import type { PaperOpening } from '../../renderer/certificates/paper-form.ts'

function day(text: string): Day {
  const found = parseJalali(text)
  if (found === undefined) throw new RangeError(text)
  return found
}

/** A panel that opens in a visit on 1405/09/02. */
export function anOpening(other: Partial<PaperOpening> = {}): PaperOpening {
  return { visitId: 'visit-1', personId: '0000001341', today: day('1405/09/02'), ...other }
}

/** A retirement pension that is paid. */
export function aPensionFile(other: Partial<PensionFile> = {}): PensionFile {
  return {
    pensionNumber: '8000101',
    insuranceNumber: '0090000101',
    pensionType: 'RETIREMENT',
    status: 'ACTIVE',
    shareStatus: 'ACTIVE',
    relation: 'SELF',
    shareBp: 10000,
    amount: rial(200_000_000),
    ownerName: 'نمونه',
    branchCode: '900',
    branchName: 'شعبه تهران',
    establishedOn: day('1400/01/01'),
    endedOn: null,
    endReason: null,
    contributionDays: null,
    averageWage: null,
    proportional: false,
    lastPaidOn: null,
    ...other,
  }
}

/** A salary certificate that waits for its print. */
export function anIssuedPaper(other: Partial<IssuedPaper> = {}): IssuedPaper {
  return {
    documentId: 'document-1',
    kind: 'salary-certificate',
    number: '900-1405-1-000001',
    issuedAt: instantAt(0),
    citizenName: 'نمونه',
    validUntil: null,
    trackingCode: null,
    sha256: '00',
    printState: 'WAITING',
    printFault: null,
    prints: 0,
    ...other,
  }
}

/** A deduction certificate issued here for 20,000,000 × 36 from 1405/10 on, valid. */
export function aCertificate(other: Partial<PensionCertificate> = {}): PensionCertificate {
  return {
    kind: 'deduction-certificate',
    origin: 'COUNTER',
    documentId: 'document-1',
    number: '900-1405-4-000001',
    trackingCode: '1000000001',
    pensionNumber: '8000101',
    recipientName: 'بانک رفاه',
    branchName: 'مرکزی',
    borrowerName: null,
    loan: rial(600_000_000),
    instalment: rial(20_000_000),
    count: 36,
    guarantee: rial(720_000_000),
    firstDue: { year: 1405, month: 10 },
    lastDue: { year: 1408, month: 9 },
    issuedOn: day('1405/09/01'),
    validUntil: day('1405/10/01'),
    state: 'VALID',
    use: null,
    revocation: null,
    prints: 1,
    ...other,
  }
}
