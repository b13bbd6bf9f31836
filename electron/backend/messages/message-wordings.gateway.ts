import { z } from 'zod'
import wordings from '../../../resources/message-wordings.json' with { type: 'json' }
import { toPersianDigits } from '#core/kernel/digits.ts'
import { MessageKind } from '#core/messages/messages.model.ts'
import type { MessageWordings } from '#core/messages/messages.ports.ts'
import { CodePurpose } from '#core/messages/one-time-codes.model.ts'

const Text = z.string().min(1).max(600)
const Wordings = z.object({
  codes: z.record(CodePurpose, Text),
  notices: z.record(MessageKind, Text),
  test: Text,
})
const { codes, notices, test } = Wordings.parse(wordings)

/** A text with its values in place; one that is not given shows at once. */
function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`the text of a message has no value for ${name}`)
    return value
  })
}

/** The words of `resources/message-wordings.json`. Codes stay in Latin digits, to be typed from any telephone. */
export const messageWordings: MessageWordings = {
  code: (purpose, code, minutes) =>
    filled(codes[purpose], { code, minutes: toPersianDigits(minutes) }),
  notice: (kind, values) => filled(notices[kind], values),
  test: () => test,
}
