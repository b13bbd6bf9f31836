import type { ShareSlip } from '#core/vault/share-slip.model.ts'
import { PAPER_KIND, code, dayText, quoted } from '../paper-words.ts'
import type { PaperDefinition, PaperNode } from '../persian-text/paper-definition.ts'
import { fact, factTable, wide } from './fact-table.ts'
import { sizeOfText, strong } from './paper-style.ts'
import { secretBox, slipSheet } from './slip-sheet.ts'

const TITLE = 'رمز استعلام سند'

function opens(slip: ShareSlip): PaperNode {
  const { paper, number, fullName, maskedNationalId, from, until } = slip
  const kind = PAPER_KIND[paper] ?? code(paper)
  return {
    ...factTable({
      widths: [80, '*', 60, 120],
      facts: [
        fact('سند', 'paper', kind, { bold: true }),
        fact('شمارهٔ سند', 'number', code(number)),
        fact('صاحب سند', 'fullName', quoted(fullName), {
          bold: true,
          fontSize: sizeOfText(fullName, 50, 10),
        }),
        fact('کد ملی', 'maskedNationalId', code(maskedNationalId)),
        wide(
          fact('مهلت استعلام', 'until', `از ${dayText(from)} تا پایان روز ${dayText(until)}`, {
            bold: true,
          }),
        ),
      ],
      padding: { x: 4, y: 3.6 },
    }),
    margin: [0, 0, 0, 10],
  }
}

function advice({ office }: ShareSlip): PaperNode {
  const lines = [
    [
      strong('چگونه بررسی می‌شود: '),
      `گیرندهٔ سند با کد ملی صاحب سند و این رمز، در بخش «اصالت‌سنجی» ${quoted(office.branchName)} همین سند و ` +
        'اعتبار آن را می‌بیند.',
    ],
    [
      strong('به چه کسی بدهید: '),
      'هر کس این رمز و کد ملی شما را داشته باشد این سند را می‌بیند و نه چیز دیگری را. آن را تنها به گیرندهٔ سند بدهید.',
    ],
    [
      strong('پایان و لغو: '),
      'مجوز در پایان مهلت خودبه‌خود تمام می‌شود و پیش از آن هم شعبه به درخواست شما آن را لغو می‌کند.',
    ],
    [
      strong('اگر گم شد: '),
      'رمز جز روی این برگه هیچ‌جا نوشته نشده است و دوباره گفته یا چاپ نمی‌شود؛ مجوز را لغو کنید و مجوز تازه بگیرید.',
    ],
  ]
  return {
    stack: lines.map((text) => ({ text, margin: [0, 0, 0, 4], field: 'office.branchName' })),
    fontSize: 9.5,
    lineHeight: 1.1,
  }
}

/** The password of a share for the citizen, on half a sheet (A5); no issued paper itself. */
export function shareSlipTemplate(slip: ShareSlip): PaperDefinition {
  return slipSheet(slip, TITLE, [
    opens(slip),
    secretBox('رمز استعلام', 'password', slip.password),
    advice(slip),
  ])
}
