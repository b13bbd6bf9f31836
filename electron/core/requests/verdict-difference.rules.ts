import type { Decision, Figure } from '#core/kernel/decision.ts'

/** What changed between two verdicts; null where one of them does not know it. */
export interface VerdictDifference {
  /** `entitled`, `amount`, or the code of a figure or of a reason. */
  readonly of: 'ENTITLED' | 'AMOUNT' | 'FIGURE' | 'REASON'
  readonly code: string
  readonly filed: Figure | null
  readonly now: Figure | null
}

const flag = (code: string, value: boolean): Figure => ({
  code,
  value: value ? 1 : 0,
  unit: 'COUNT',
})

/** Where the rule says something else today than on the day of filing; empty where nothing changed. */
export function verdictDifferences(
  filed: Decision | null,
  now: Decision | null,
): readonly VerdictDifference[] {
  if (!filed || !now) return []
  return [
    ...(filed.entitled === now.entitled
      ? []
      : [
          {
            of: 'ENTITLED' as const,
            code: 'entitled',
            filed: flag('entitled', filed.entitled),
            now: flag('entitled', now.entitled),
          },
        ]),
    ...compared('REASON', reasonsOf(filed), reasonsOf(now)),
    ...compared('AMOUNT', amountOf(filed), amountOf(now)),
    ...compared('FIGURE', filed.figures, now.figures),
  ]
}

const reasonsOf = ({ because }: Decision) => because.map(({ code }) => flag(code, true))

function amountOf({ estimate }: Decision): readonly Figure[] {
  return estimate ? [{ code: 'amount', value: estimate.amount, unit: 'RIAL' }] : []
}

function compared(
  of: VerdictDifference['of'],
  filed: readonly Figure[],
  now: readonly Figure[],
): readonly VerdictDifference[] {
  const codes = new Set([...filed, ...now].map(({ code }) => code))
  return [...codes].flatMap((code) => {
    const [before, after] = [filed, now].map(
      (figures) => figures.find((figure) => figure.code === code) ?? null,
    )
    if (before?.value === after?.value) return []
    return [{ of, code, filed: before ?? null, now: after ?? null }]
  })
}
