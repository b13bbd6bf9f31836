import { dayInTehran, tehranTime } from '#core/kernel/instant.ts'
import type { ShareSlip } from '#core/vault/share-slip.model.ts'
import { ORGANISATION, PAPER_KIND, address, code, dayText, quoted } from '../paper-words.ts'
import type { PaperDefinition, PaperNode } from '../persian-text/paper-definition.ts'
import { emblem } from './emblem.ts'
import { fact, factTable, wide } from './fact-table.ts'
import { BASE_STYLE, invalidityOf, watermarkOf } from './frame.ts'
import {
  ACCENT,
  ALERT,
  QUIET,
  TINT,
  boxLines,
  label,
  rule,
  sizeOfText,
  strong,
  value,
} from './paper-style.ts'

const TITLE = 'رمز استعلام سند'
const SIDE = 34
const WIDTH = 595.28 - 2 * SIDE

/** A slip has no number of its own and is no preview: only the kind of the office counts. */
function standing({ office }: ShareSlip) {
  return { number: 'slip', officeKind: office.kind }
}

function head(slip: ShareSlip): PaperNode {
  const { office, at } = slip
  const branch = `${quoted(office.province)} – ${quoted(office.branchName)} (کد ${code(office.branchCode)})`
  const when = `${dayText(dayInTehran(at))} ساعت ${code(tehranTime(at))}`
  return {
    stack: [
      {
        columns: [
          { width: 110, stack: [emblem(40)] },
          {
            width: '*',
            alignment: 'center',
            stack: [
              { text: ORGANISATION, bold: true, fontSize: 13, color: ACCENT },
              value('office', branch, { fontSize: sizeOfText(branch, 60, 9) }),
              ...invalidityOf(standing(slip)).map((text) => ({ text, color: ALERT, fontSize: 8 })),
            ],
          },
          { width: 110, text: when, fontSize: 8.5, color: QUIET, alignment: 'end' },
        ],
      },
      { ...rule(WIDTH, 1, ACCENT), margin: [0, 5, 0, 6] },
      { text: TITLE, bold: true, fontSize: 14, alignment: 'center', margin: [0, 0, 0, 6] },
    ],
  }
}

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

function passwordBox({ password }: ShareSlip): PaperNode {
  return {
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: [
              label('رمز استعلام', { alignment: 'center' }),
              value('password', code(password), { bold: true, fontSize: 22 }),
            ],
            alignment: 'center',
            fillColor: TINT,
          },
        ],
      ],
    },
    layout: boxLines({ x: 6, y: 6 }),
    margin: [90, 0, 90, 10],
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

function foot({ clerkCode, workstation }: ShareSlip): PaperNode {
  return {
    stack: [
      rule(WIDTH),
      {
        columns: [
          { width: '*', text: 'این برگه سند نیست و به‌تنهایی چیزی را گواهی نمی‌کند.' },
          {
            width: '*',
            alignment: 'end',
            text: `کد متصدی: ${code(clerkCode)} – ایستگاه: ${address(workstation)}`,
            field: 'workstation',
          },
        ],
        margin: [0, 3, 0, 0],
      },
    ],
    fontSize: 8,
    color: QUIET,
  }
}

/** The password of a share for the citizen, on half a sheet (A5); no issued paper itself. */
export function shareSlipTemplate(slip: ShareSlip): PaperDefinition {
  return {
    pageSize: 'A5',
    pageOrientation: 'landscape',
    pageMargins: [SIDE, 20, SIDE, 40],
    info: { title: TITLE, author: ORGANISATION, creationDate: new Date(slip.at) },
    style: BASE_STYLE,
    ...watermarkOf(standing(slip), 46, -30),
    footer: () => ({ stack: [foot(slip)], margin: [SIDE, 8, SIDE, 0] }),
    content: [head(slip), opens(slip), passwordBox(slip), advice(slip)],
  }
}
