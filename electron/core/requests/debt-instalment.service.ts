import { findDebt } from '#core/employers/debt-choice.rules.ts'
import { decideDebtInstalment, firstMonths } from '#core/employers/debt-instalment.rules.ts'
import { DebtInstalmentForm } from '#core/employers/debt-requests.model.ts'
import type { OpenDebt } from '#core/employers/employers.ports.ts'
import { nextStep, objectionDays } from '#core/employers/objection.rules.ts'
import { jalaliMonthName } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import type { CitizenService, FieldFault, ServiceFacts } from './citizen-service.ts'
import { debtCaseOf, debtChoices, isSameDebt, onlyDebt } from './debt-claims.rules.ts'

function isPayable({ parameters, today }: Pick<ServiceFacts, 'parameters' | 'today'>) {
  const days = objectionDays(parameters, today)
  return (debt: OpenDebt) =>
    !('missing' in days) && nextStep(debt, days, today) === 'PAY_OR_INSTALMENTS'
}

/** No more instalments than the law has, nor than there are rial to pay. */
function faultsOf(form: DebtInstalmentForm, facts: ServiceFacts): readonly FieldFault[] {
  const faults: FieldFault[] = []
  const limit = parameterOn(facts.parameters, 'DEBT_INSTALMENT_MAX_COUNT', 'FACTOR', facts.today)
  const remaining = findDebt(facts.debts, form.debt)?.remaining
  const most = Math.min(limit?.value ?? Infinity, remaining ?? Infinity)
  if (form.count !== null && form.count > most)
    faults.push({ field: 'count', fault: 'too-many-instalments', values: { most } })
  if (!firstMonths(facts).some(({ word }) => word === form.firstMonth))
    faults.push({ field: 'firstMonth', fault: 'not-offered' })
  return faults
}

/** تقسیط بدهی. @law Social Security Act, art. 46 */
export const debtInstalmentService: CitizenService<'DEBT_INSTALMENT', typeof DebtInstalmentForm> = {
  kind: 'DEBT_INSTALMENT',
  role: 'EMPLOYER',
  part: 'EMPLOYER',
  paysToAccount: false,
  form: DebtInstalmentForm,

  judge: ({ count, debt, firstMonth }, facts) =>
    decideDebtInstalment(debtCaseOf('DEBT_INSTALMENT', debt, facts), {
      count: count ?? undefined,
      firstMonth,
    }),
  papers: () => [
    { code: 'REQUEST_FORM', required: true },
    { code: 'PAYMENT_GUARANTEE', required: false },
  ],
  prefill(facts) {
    const [first] = firstMonths(facts)
    return {
      ...onlyDebt(facts, isPayable(facts)),
      ...(first ? { firstMonth: first.word } : {}),
    }
  },
  choices: (facts) => ({
    debt: debtChoices(facts, { mayBeChosen: isPayable(facts) }),
    firstMonth: firstMonths(facts).map(({ year, month, word }) => ({
      id: word,
      label: `${jalaliMonthName(month)} ${toPersianDigits(year)}`,
    })),
  }),
  isSameAs: isSameDebt,
  faults: faultsOf,
}
