import { firstText } from '../locales/texts.ts'

/** What is wrong with a field, in words; undefined where nothing is. */
export function fieldText(
  faults: Readonly<Record<string, string>>,
  field: string,
): string | undefined {
  const fault = faults[field]
  if (fault === undefined) return undefined
  return firstText([`refusals.fault.${fault}`, `refusals.what.${fault}`, 'refusals.fault.format'])
}
