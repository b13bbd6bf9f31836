import { dayInTehran, tehranTime } from '#core/kernel/instant.ts'
import type { CodeSlip } from '#core/messages/code-slip.model.ts'
import { code, dayText } from '../paper-words.ts'
import type { PaperDefinition, PaperNode } from '../persian-text/paper-definition.ts'
import { fact, factTable } from './fact-table.ts'
import { ALERT, strong } from './paper-style.ts'
import { secretBox, slipSheet } from './slip-sheet.ts'

const TITLE = 'کد یک‌بارمصرف'

const PURPOSE: Readonly<Record<CodeSlip['purpose'], string>> = {
  MOBILE_CHANGE: 'تغییر شمارهٔ همراه',
  REGISTRATION: 'ثبت‌نام',
}

/** What the number itself did not prove must be told where the code stands. */
function mark(): PaperNode {
  return {
    text: 'درگاه میز: پیامک فرستاده نشد',
    bold: true,
    fontSize: 11,
    color: ALERT,
    alignment: 'center',
    margin: [0, 0, 0, 8],
  }
}

function facts({ purpose, maskedMobile, expiresAt }: CodeSlip): PaperNode {
  const until = `${dayText(dayInTehran(expiresAt))} ساعت ${code(tehranTime(expiresAt))}`
  return {
    ...factTable({
      widths: [80, '*', 60, 120],
      facts: [
        fact('برای', 'purpose', PURPOSE[purpose], { bold: true }),
        fact('معتبر تا', 'expiresAt', until),
        fact('شمارهٔ همراه', 'maskedMobile', code(maskedMobile)),
      ],
      padding: { x: 4, y: 3.6 },
    }),
    margin: [0, 0, 0, 10],
  }
}

function advice(): PaperNode {
  const lines = [
    [
      strong('چه کنید: '),
      'این کد را هم‌اکنون به متصدی همین باجه بگویید. پس از آن به کار نمی‌آید و برگه را می‌توانید پاره کنید.',
    ],
    [
      strong('چرا روی کاغذ: '),
      'این شعبه درگاه پیامک ندارد؛ کد به تلفن شما نرفته است و در پرونده نوشته می‌شود که شماره با «درگاه میز» تأیید شد، نه با پیامک.',
    ],
    [strong('به دیگری ندهید: '), 'این کد جز روی این برگه هیچ‌جا نوشته نشده است.'],
  ]
  return {
    stack: lines.map((text) => ({ text, margin: [0, 0, 0, 4] })),
    fontSize: 9.5,
    lineHeight: 1.1,
  }
}

/** The code that the desk gateway prints in the place of a message, on half a sheet (A5). */
export function codeSlipTemplate(slip: CodeSlip): PaperDefinition {
  return slipSheet(slip, TITLE, [mark(), facts(slip), secretBox('کد', 'code', slip.code), advice()])
}
