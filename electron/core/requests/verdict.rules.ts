import type { z } from 'zod'
import type { Decision } from '#core/kernel/decision.ts'
import type { CitizenService, ServiceFacts, Typed } from './citizen-service.ts'
import type { FormSchema } from './request-forms.model.ts'
import type { FileableKind } from './request.model.ts'

/** The fields of a draft that can be read so far, each by itself. */
export function readTyped<Kind extends FileableKind>(
  { form }: CitizenService<Kind, FormSchema<Kind>>,
  draft: Readonly<Record<string, unknown>>,
): Typed<FormSchema<Kind>> {
  const typed: Record<string, unknown> = {}
  const shape: Readonly<Record<string, z.ZodType>> = form.shape
  for (const [field, schema] of Object.entries(shape)) {
    const parsed = schema.safeParse(draft[field])
    if (parsed.success) typed[field] = parsed.data
  }
  return typed as Typed<FormSchema<Kind>>
}

/** The rule's answer to what is typed. After a death a service of the living is closed, whatever the rule says. */
export function verdict<Kind extends FileableKind>(
  service: CitizenService<Kind, FormSchema<Kind>>,
  typed: Typed<FormSchema<Kind>>,
  facts: ServiceFacts,
): Decision | null {
  const { deathDate } = facts.identity
  if (deathDate === null) return service.judge(typed, facts)
  return {
    entitled: false,
    because: [{ code: 'citizen-deceased', values: { day: deathDate } }],
    figures: [],
    articles: [],
  }
}
