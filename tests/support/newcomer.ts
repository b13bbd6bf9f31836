import { randomUUID } from 'node:crypto'
import type { Input } from '#core/contract.ts'
import { jalali } from './counter.ts'

/** Everything that is typed of somebody who is registered. */
export type NewcomerForm = Input<'registration.register'>['form']
export type NewcomerOrder = Input<'registration.register'>

/** A synthetic national ID with a sound check digit, whose first nine digits begin with 000. */
export function nationalId(serial: number): string {
  const nine = `000${String(serial).padStart(6, '0')}`
  const rest = Array.from(nine).reduce((sum, digit, i) => sum + Number(digit) * (10 - i), 0) % 11
  return nine + String(rest < 2 ? rest : 11 - rest)
}

/** A woman of age whom no extract has. */
export const NEWCOMER_ID = nationalId(500)

export function newcomerForm(more: Partial<NewcomerForm> = {}): NewcomerForm {
  return {
    personId: NEWCOMER_ID,
    firstName: 'رویا',
    lastName: 'تازه‌واردیان',
    fatherName: 'فرهاد',
    sex: 'F',
    birthDate: jalali('1379/05/06'),
    nationality: 'IR',
    certificateNumber: '0',
    certificateSeries: 'الف ۱۲',
    certificateSerial: '123456',
    birthCity: 'تهران',
    issueCity: 'تهران',
    maritalStatus: 'SINGLE',
    postalCode: '7618834567',
    address: 'خیابان نمونه، کوچهٔ یکم',
    mobile: '09700005001',
    isWard: false,
    guardianKind: null,
    guardianId: null,
    guardianName: null,
    orderNumber: null,
    orderDate: null,
    papers: ['NATIONAL_CARD', 'BIRTH_CERTIFICATE'],
    ...more,
  }
}

export function newcomer(
  form: Partial<NewcomerForm> = {},
  more: Partial<NewcomerOrder> = {},
): NewcomerOrder {
  return {
    idempotencyKey: randomUUID(),
    form: newcomerForm(form),
    others: null,
    code: '123456',
    ...more,
  }
}
