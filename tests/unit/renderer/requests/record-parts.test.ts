import { describe, expect, it } from 'vitest'
import { recordFindings } from '#core/insured/record-findings.rules.ts'
import { recordLines } from '#core/insured/record-lines.rules.ts'
import { OBJECTION_LINES } from '#core/insured/record-objection.model.ts'
import { MISSING_LINES } from '#core/insured/missing-record.model.ts'
import type { Choices } from '#core/requests/citizen-service.ts'
import { DraftForm } from '#core/requests/request.model.ts'
import {
  emptyWork,
  spanDays,
  typedWorkFaults,
  withWork,
  workOfFinding,
  type TypedWork,
} from '../../../../renderer/requests/missing-work.ts'
import {
  isAdded,
  lineOfCell,
  linesOfFinding,
  pickYears,
  typedFaults,
  withLines,
  type PickCell,
} from '../../../../renderer/requests/objected-months.ts'
import {
  findingPlace,
  findingText,
  lineFaultText,
  missingLineText,
  objectionLineText,
} from '../../../../renderer/requests/record-texts.ts'
import { recordSpans } from '../../../support/record-spans.ts'
import { jalali, officeParameters } from '../../../support/service-facts.ts'

const today = jalali('1405/09/02')
const dataAsOf = jalali('1405/08/30')
const rows = recordSpans('A 1402/01-1402/12:31@*2000000;A 1402/04:12@*2000000')
const facts = { rows, today, dataAsOf }
const [record] = recordLines(rows)
if (!record) throw new Error('no record')
const cells = pickYears(record, facts).flatMap((one) => one.cells)
const cellAt = (month: number): PickCell => {
  const cell = cells[month - 1]
  if (!cell) throw new Error('no cell')
  return cell
}
const [finding] = recordFindings(rows, officeParameters, today)
if (!finding) throw new Error('no finding')

describe('the grid', () => {
  it('tells whole months from short ones, and what has not come', () => {
    expect(cells.map(({ state }) => state)).toEqual([
      ...['full', 'full', 'full', 'low', 'full', 'full'],
      ...['full', 'full', 'full', 'full', 'full', 'full'],
    ])
    const recent = recordSpans('A 1405/01-1405/05:31@*9000000')
    const [line] = recordLines(recent)
    const states = line && pickYears(line, { ...facts, rows: recent })[0]?.cells
    expect(states?.map(({ state }) => state).join(' ')).toBe(
      'full full full full full none closed closed closed closed closed closed',
    )
  })

  it('shows the newest year first', () => {
    const [line] = recordLines(recordSpans('A 1399/05-1401/03:31@*9000000'))
    expect(line && pickYears(line, facts).map(({ year }) => year)).toEqual([1401, 1400, 1399])
  })
})

describe('lines', () => {
  it('of a suggestion are filled, and count as added', () => {
    const lines = withLines([], linesOfFinding(finding))
    expect(lines).toMatchObject([
      { year: 1402, month: 4, recordedDays: 12, claimedDays: '۳۱', claimedWage: '۶۲٬۰۰۰٬۰۰۰' },
    ])
    expect(isAdded(lines, finding)).toBe(true)
    expect(isAdded([], finding)).toBe(false)
    expect(typedFaults(lines, facts)).toEqual([])
    expect(DraftForm.parse({ lines })).toEqual({ lines })
  })

  it('of a picked month take from a suggestion only what they lack', () => {
    const typed = { ...lineOfCell(record, cellAt(4)), claimedDays: '۲۰' }
    expect(isAdded([typed], finding)).toBe(false)
    expect(withLines([typed], linesOfFinding(finding))).toMatchObject([
      { claimedDays: '۲۰', claimedWage: '۶۲٬۰۰۰٬۰۰۰' },
    ])
  })

  it('are no more than a request holds', () => {
    const many = Array.from({ length: OBJECTION_LINES + 5 }, (_, at) => ({
      ...lineOfCell(record, cellAt(1)),
      year: 1300 + at,
    }))
    expect(withLines([], many)).toHaveLength(OBJECTION_LINES)
  })

  it('tell their faults at their own place, also beside one that cannot be read', () => {
    const unread = { ...lineOfCell(record, cellAt(1)), claimedDays: 'سی' }
    const wrong = { ...lineOfCell(record, cellAt(7)), claimedDays: '۳۱' }
    const [fault, ...more] = typedFaults([unread, wrong, lineOfCell(record, cellAt(8))], facts)
    expect(more).toEqual([])
    expect(fault).toMatchObject({ line: 2, fault: 'claimed-days-beyond-month' })
    expect(fault && lineFaultText(fault)).toBe('بیش از روزهای ماه است (۳۰)')
  })

  it('are read back in words', () => {
    const [line] = linesOfFinding(finding)
    expect(objectionLineText({ ...line })).toBe(
      'تیر ۱۴۰۲، کارگاه A، ۹۰۰۰۰۱۱۰۶۵، اجباری: ۳۱ روز به جای ۱۲ روز، ۶۲٬۰۰۰٬۰۰۰ ریال به جای ۲۴٬۰۰۰٬۰۰۰ ریال',
    )
    expect(objectionLineText({})).toBe('')
    expect(findingText(finding)).toBe('۱۲ روز میان دو ماه کامل؛ پیشنهاد: ۳۱ روز')
    expect(findingPlace(finding)).toBe('تیر ۱۴۰۲؛ کارگاه A، ۹۰۰۰۰۱۱۰۶۵، اجباری')
  })
})

describe('rows of missing work', () => {
  const choices: Choices = {
    province: [{ id: 'تهران', label: 'تهران' }],
    'city/تهران': [{ id: 'ری', label: 'ری' }],
    'branch/تهران/ری': [{ id: '900', label: 'شعبه ری' }],
  }
  const row: TypedWork = {
    ...emptyWork(),
    ...{ branchCode: '900', workshopName: 'کارگاه آزمون', employerName: 'کارفرمای آزمون' },
    ...{ address: 'ری، خیابان آزمون', from: jalali('1402/01/15'), to: jalali('1402/02/10') },
    days: '۲۰',
  }

  it('count the days of their span', () => {
    expect(spanDays(row)).toBe('۲۷')
    expect(spanDays({ from: row.to, to: row.from })).toBe('')
    expect(spanDays({ from: '1402', to: row.to })).toBe('')
  })

  it('are filled by a gap that Bajeh found', () => {
    const [gap] = recordFindings(
      recordSpans('A 1402/12:29@*2000000;A 1404/01:31@*4000000'),
      officeParameters.map((one) =>
        one.code === 'RECORD_GAP_MONTHS' ? { ...one, value: '12' } : one,
      ),
      today,
    )
    if (!gap) throw new Error('no gap')
    expect(workOfFinding(gap, choices)).toMatchObject({
      ...{ province: 'تهران', city: 'ری', branchCode: '900', workshopName: 'کارگاه A' },
      ...{ from: jalali('1403/01/01'), to: jalali('1403/12/30'), days: '۳۶۶' },
    })
  })

  it('take the place of a blank one, and stop where a request is full', () => {
    expect(withWork([emptyWork()], row)).toEqual([row])
    expect(withWork([row], row)).toHaveLength(2)
    const full = Array.from({ length: MISSING_LINES }, () => row)
    expect(withWork(full, row)).toBe(full)
  })

  it('tell their faults with the number of the row', () => {
    const open = { rows, lastEnd: jalali('1405/07/02') }
    const recorded = typedWorkFaults([emptyWork(), row], open)
    expect(recorded).toMatchObject([{ line: 2, part: 'from', fault: 'work-recorded' }])
    expect(recorded[0] && lineFaultText(recorded[0])).toContain('۱۴۰۲/۰۱، ۱۴۰۲/۰۲')
    const twice = typedWorkFaults([emptyWork(), row, row], { ...open, rows: [] })
    expect(twice).toMatchObject([{ line: 3, fault: 'work-overlaps', values: { other: 2 } }])
    expect(twice[0] && lineFaultText(twice[0])).toContain('۲')
  })

  it('are read back in words', () => {
    expect(missingLineText({ ...row })).toBe('کارگاه آزمون، از ۱۴۰۲/۰۱/۱۵ تا ۱۴۰۲/۰۲/۱۰: ۲۰ روز')
  })
})
