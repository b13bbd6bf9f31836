import { describe, expect, it } from 'vitest'
import { RequestPaper } from '#core/requests/request-paper.model.ts'
import { requestForms } from '#core/requests/request-forms.model.ts'
import { refusalReasons } from '#core/requests/refusal-reasons.rules.ts'
import { FileableKind, RequestStatus } from '#core/requests/request.model.ts'
import wordings from '../../../../resources/request-wordings.json' with { type: 'json' }
import { hasText, t } from '../../../../renderer/locales/texts.ts'
import { textName } from '../../../../renderer/requests/form-texts.ts'
import { fieldsOf } from '../../../../renderer/requests/form-values.ts'
import { serviceForms } from '../../../../renderer/requests/service-forms.ts'
import { services } from '../../../../renderer/pages/services.ts'

describe.each(FileableKind.options)('%s', (kind) => {
  const service = serviceForms[kind]
  const name = textName(kind)

  it('types every field of its schema, and nothing else', () => {
    expect(service.schema).toBe(requestForms[kind])
    const typed = fieldsOf(service).map(({ id }) => id)
    expect([...typed, 'papers', 'note'].sort()).toEqual(Object.keys(service.schema.shape).sort())
  })

  it('has a text for every field, choice and step', () => {
    const keys = fieldsOf(service).flatMap(({ id, input }) => [
      `filing.${name}.${id}`,
      ...(input.as === 'choice' ? input.ids.map((one) => `filing.${name}.${id}Choice.${one}`) : []),
    ])
    const steps =
      service.steps.length > 1 ? service.steps.map(({ id }) => `filing.${name}.step.${id}`) : []
    expect([...keys, ...steps].filter((key) => !hasText(key))).toEqual([])
  })

  it('shows at most eight fields on a page', () => {
    const marks = new Set(['condition', 'yesNo'])
    for (const { fields } of service.steps)
      expect(fields.filter(({ input }) => !marks.has(input.as)).length).toBeLessThanOrEqual(8)
  })
})

it('every service has two letters of its own', () => {
  const codes = services().map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.every((code) => code.length === 2)).toBe(true)
})

it('articles and states are called alike on the screen, in letters and in messages', () => {
  for (const [code, words] of Object.entries(wordings.articles))
    expect(t(`rules.article.${code}` as never)).toBe(words)
  for (const status of RequestStatus.options)
    expect(wordings.statuses[status]).toBe(t(`enums.requestStatus.${status}`))
})

it('every reason for a refusal has words, and its article has too', () => {
  for (const kind of FileableKind.options)
    for (const { code, article } of refusalReasons(kind, null)) {
      expect(
        hasText(`decisions.reasonGeneral.${code}`) || hasText(`rules.reason.${code}`),
        code,
      ).toBe(true)
      if (article !== null) expect(Object.keys(wordings.articles)).toContain(article)
    }
})

it('a paper is called alike on the screen and on the receipt', () => {
  for (const paper of RequestPaper.options)
    expect(wordings.papers[paper]).toBe(t(`enums.requestPaper.${paper}`))
})
