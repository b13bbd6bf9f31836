import type { CareStatement, StatedEntitlement } from '#core/certificates/care-statement.model.ts'
import type { DependantGround } from '#core/insured/dependant.model.ts'
import { isDay } from '#core/kernel/day.ts'
import { NOTHING, dayText, quoted } from './paper-words.ts'

type Reason = StatedEntitlement['because'][number]

export const CARE_STATE: Readonly<Record<StatedEntitlement['state'], string>> = {
  COVERED: 'برخوردار',
  NOT_COVERED: 'فاقد',
  PENDING: 'در حال استعلام',
}

const GROUND: Readonly<Record<DependantGround, string>> = {
  MARRIAGE: 'تا ازدواج برقرار است',
  STUDIES: 'تا پایان تحصیل',
  DISABILITY: 'تا ازکارافتادگی ادامه دارد',
  NO_HUSBAND_NO_JOB: 'تا ازدواج یا اشتغال',
  MAINTENANCE: 'تا تحت تکفل است',
}

/** Why not, without the figures of the law: some of them are not published as such. */
const REASON: Readonly<Record<string, string>> = {
  'person-deceased': 'درگذشت در {day}',
  'coverage-pending': 'پاسخ مرکز هنوز نرسیده است{reason}',
  'coverage-not-covered': 'از {day} فاقد پوشش است{reason}',
  'coverage-not-on-day': 'برای این روز پوششی ثبت نیست',
  'coverage-ended': 'پوشش ثبت‌شده تا {day} بوده است',
  'coverage-outside-data': 'دادهٔ او در این شعبه نیست',
  'coverage-no-number': 'شمارهٔ بیمه ندارد و از افراد تبعی کسی ثبت نیست',
  'coverage-none': 'پوششی برای او ثبت نیست',
  'insured-not-covered': 'بیمه‌شدهٔ اصلی در این روز پوشش ندارد',
  'insured-pending': 'پوشش بیمه‌شدهٔ اصلی در حال استعلام است',
  'dependant-not-yet': 'نام‌نویسی از {day} است',
  'dependant-ended': 'پایان ثبت‌شده در {day}{reason}',
  'dependant-deceased': 'درگذشت در {day}',
  'insured-deceased': 'بیمه‌شدهٔ اصلی در {day} درگذشته است',
  'spouse-divorced': 'در ثبت احوال مطلقه است',
  'husband-below-age': 'شوهر به سن پوشش نرسیده است',
  'son-past-age': 'پسر از سن پوشش گذشته است',
  'daughter-married': 'دختر شوهر دارد',
  'father-below-age': 'پدر به سن پوشش نرسیده است',
  'mother-below-age': 'مادر به سن پوشش نرسیده است',
  'parameter-missing': 'سن پوشش برای این روز در داده نیست',
}

function reasonText({ code, values }: Reason): string {
  const day = String(values['day'] ?? '')
  const said = String(values['reason'] ?? values['endReason'] ?? '')
  return (REASON[code] ?? NOTHING)
    .replace('{day}', isDay(day) ? dayText(day) : NOTHING)
    .replace('{reason}', said === '' ? '' : ` (${quoted(said)})`)
}

/** How long a yes holds, or why there is none. */
export function untilOrReason(one: StatedEntitlement): string {
  const { state, until, ground, because } = one
  if (state !== 'COVERED') return because.map(reasonText).join('؛ ') || NOTHING
  if (until !== null) return `تا ${dayText(until)}`
  return ground === null ? 'پایانی ثبت نیست' : GROUND[ground]
}

/** Where an answer comes from the law because the centre has no row, it is marked. */
export function restsOnLaw({ people }: CareStatement): boolean {
  return people.some(({ basis }) => basis === 'LAW')
}
