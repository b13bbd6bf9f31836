import { computed, ref } from 'vue'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { t } from '../locales/texts.ts'

/** Which pension file a paper is about: the wanted one, else the first that is paid, else the first. */
export function pensionChoice() {
  const files = latest((visit: string) => call('pensions.files', visit))
  const pensionNumber = ref<string | null>(null)
  const all = computed(() => loaded(files.load.value) ?? [])
  const choices = computed(() =>
    all.value.map(({ pensionNumber: number, pensionType, shareStatus }) => ({
      value: number,
      label: [
        toPersianDigits(number),
        t(`enums.pensionType.${pensionType}`),
        t(`enums.pensionStatus.${shareStatus}`),
      ].join(' · '),
    })),
  )
  const nothing = computed(() =>
    all.value.length === 0
      ? { title: t('papers.noPension'), reason: t('papers.noPensionReason') }
      : undefined,
  )
  /** Undefined when there is none. */
  function pick(wanted: string | undefined): PensionFile | undefined {
    const file =
      all.value.find((one) => one.pensionNumber === wanted) ??
      all.value.find((one) => one.status === 'ACTIVE' && one.shareStatus === 'ACTIVE') ??
      all.value.find((one) => one.shareStatus === 'ACTIVE') ??
      all.value[0]
    pensionNumber.value = file?.pensionNumber ?? null
    return file
  }
  function clear(): void {
    files.clear()
    pensionNumber.value = null
  }
  return { files, all, choices, nothing, pensionNumber, pick, clear }
}
