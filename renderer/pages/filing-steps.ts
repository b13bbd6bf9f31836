import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { t } from '../locales/texts.ts'
import { fieldLabel, stepTitle } from '../requests/form-texts.ts'
import { fieldOfFault, fieldsOf, isAsked, type FormFault } from '../requests/form-values.ts'
import type { FormStep, ServiceForm } from '../requests/service-form.ts'
import { useServiceRequest } from '../requests/service-request.store.ts'
import { faultText } from '../ui/refusal-text.ts'

/** What stands after the last step of a long form. */
export const REVIEW = 'review'

export interface ShownFault {
  readonly id: string
  readonly label: string
  readonly text: string
}

export interface FilingSteps {
  /** The step in sight, or the review. */
  readonly at: Ref<string>
  readonly step: ComputedRef<FormStep | undefined>
  readonly isLast: ComputedRef<boolean>
  readonly hasReview: ComputedRef<boolean>
  readonly marks: ComputedRef<
    readonly { id: string; label: string; state: 'done' | 'wrong' | 'open' }[]
  >
  readonly errors: ComputedRef<Readonly<Record<string, string>>>
  readonly faults: ComputedRef<readonly ShownFault[]>
  readonly restart: () => void
  /** The step of a fault comes in sight. */
  readonly show: (path: string) => void
  readonly next: () => void
}

/** Papers and the remark come at the end of the last step. */
function stepOfField({ steps }: ServiceForm, field: string): FormStep | undefined {
  return steps.find(({ fields }) => fields.some(({ id }) => id === field)) ?? steps.at(-1)
}

function textOfFault({ fault, values }: FormFault): string {
  if (fault === 'answer') return t('filing.answerMissing')
  return fault === 'papers' ? t('filing.papersMissing') : faultText(fault, values)
}

/** The steps of the request that is being typed: each reachable at any time, a wrong one says so. */
export function filingSteps(): FilingSteps {
  const request = useServiceRequest()
  const at = ref(request.service.steps[0]?.id ?? REVIEW)

  const step = computed(() => request.service.steps.find(({ id }) => id === at.value))
  const hasReview = computed(() => request.service.steps.length > 1)
  const isLast = computed(() => (hasReview.value ? at.value === REVIEW : true))
  const errors = computed(() =>
    Object.fromEntries(
      Object.entries(request.faults).map(([path, fault]) => [path, textOfFault(fault)]),
    ),
  )
  const faults = computed((): readonly ShownFault[] => {
    const order = [...fieldsOf(request.service).map(({ id }) => id), 'papers', 'note']
    const place = (path: string) => order.indexOf(fieldOfFault(path))
    return Object.entries(errors.value)
      .toSorted(([a], [b]) => place(a) - place(b))
      .map(([id, text]) => ({ id, label: fieldLabel(request.kind, fieldOfFault(id)), text }))
  })
  const marks = computed(() => {
    const wrong = new Set(
      Object.keys(request.faults).map(
        (path) => stepOfField(request.service, fieldOfFault(path))?.id,
      ),
    )
    const reached = request.service.steps.findIndex(({ id }) => id === at.value)
    const steps = request.service.steps.map(({ id, fields }, index) => {
      const isSkipped = fields.length > 0 && !fields.some((field) => isAsked(field, request.form))
      const isPassed = at.value === REVIEW || index < reached || isSkipped
      return {
        id,
        label: stepTitle(request.kind, id),
        state: wrong.has(id)
          ? ('wrong' as const)
          : isPassed
            ? ('done' as const)
            : ('open' as const),
      }
    })
    return [...steps, { id: REVIEW, label: t('filing.review'), state: 'open' as const }]
  })

  function restart(): void {
    at.value = request.service.steps[0]?.id ?? REVIEW
  }
  function show(path: string): void {
    at.value = stepOfField(request.service, fieldOfFault(path))?.id ?? at.value
  }
  function next(): void {
    const index = request.service.steps.findIndex(({ id }) => id === at.value)
    at.value = request.service.steps[index + 1]?.id ?? REVIEW
  }
  return { at, step, isLast, hasReview, marks, errors, faults, restart, show, next }
}
