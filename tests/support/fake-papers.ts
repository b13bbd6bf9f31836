import type { IssuedPaper } from '#core/certificates/certificate.model.ts'
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
