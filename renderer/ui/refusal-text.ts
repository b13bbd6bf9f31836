import type { RefusalData } from '#core/kernel/refusal.ts'
import { firstText } from '../locales/texts.ts'
import { shownValues } from './shown-values.ts'

/** Why the office refused, in the words for what it names, else for its fault, else for its code. */
export function refusalText(refusal: RefusalData): string {
  const { code, what, fault, values } = refusal
  return firstText(
    [`refusals.what.${what ?? ''}`, `refusals.fault.${fault ?? ''}`, `refusals.code.${code}`],
    shownValues(values ?? {}),
  )
}

/** What is wrong with one field: the words of its fault. */
export function faultText(fault: string, values: NonNullable<RefusalData['values']> = {}): string {
  return firstText([`refusals.fault.${fault}`, 'refusals.fault.format'], shownValues(values))
}
