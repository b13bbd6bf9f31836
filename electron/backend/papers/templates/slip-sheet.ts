import { dayInTehran, tehranTime, type Instant } from '#core/kernel/instant.ts'
import { ORGANISATION, address, code, dayText, quoted } from '../paper-words.ts'
import type { PaperDefinition, PaperNode } from '../persian-text/paper-definition.ts'
import { emblem } from './emblem.ts'
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
  value,
} from './paper-style.ts'

const SIDE = 34
const WIDTH = 595.28 - 2 * SIDE

/** What every slip with a secret says of where and by whom it was printed. */
export interface PrintedSlip {
  readonly office: {
    readonly kind: 'real' | 'demonstration' | 'test'
    readonly branchCode: string
    readonly branchName: string
    readonly province: string
  }
  readonly at: Instant
  readonly clerkCode: string
  readonly workstation: string
}

/** A slip has no number of its own and is no preview: only the kind of the office counts. */
function standing({ office }: PrintedSlip) {
  return { number: 'slip', officeKind: office.kind }
}

function head(slip: PrintedSlip, title: string): PaperNode {
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
      { text: title, bold: true, fontSize: 14, alignment: 'center', margin: [0, 0, 0, 6] },
    ],
  }
}

/** The secret, large, in a box of its own. */
export function secretBox(name: string, field: string, secret: string): PaperNode {
  return {
    table: {
      widths: ['*'],
      body: [
        [
          {
            stack: [
              label(name, { alignment: 'center' }),
              value(field, code(secret), { bold: true, fontSize: 22 }),
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

function foot({ clerkCode, workstation }: PrintedSlip): PaperNode {
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

/** Half a sheet (A5) for the citizen with a secret on it; no issued paper itself. */
export function slipSheet(
  slip: PrintedSlip,
  title: string,
  content: readonly PaperNode[],
): PaperDefinition {
  return {
    pageSize: 'A5',
    pageOrientation: 'landscape',
    pageMargins: [SIDE, 20, SIDE, 40],
    info: { title, author: ORGANISATION, creationDate: new Date(slip.at) },
    style: BASE_STYLE,
    ...watermarkOf(standing(slip), 46, -30),
    footer: () => ({ stack: [foot(slip)], margin: [SIDE, 8, SIDE, 0] }),
    content: [head(slip, title), ...content],
  }
}
