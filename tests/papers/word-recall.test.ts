import { expect, it } from 'vitest'
import { plainPaper, renderPaper } from './renderer.ts'
import { missingWords, wordRecallOf, wordsOf } from './word-recall.ts'

const paper = (...texts: string[]) => plainPaper(texts.map((text) => ({ text })))

it('words are runs of letters with their joiners, or of digits', () => {
  expect(wordsOf(paper('می‌خواهم ۱۲۳٬۴۵۶ ریال (IT)، صِرفاً'))).toEqual([
    'می‌خواهم',
    '۱۲۳',
    '۴۵۶',
    'ریال',
    'IT',
    'صِرفاً',
  ])
})

it('a colon or space beside a left-to-right number hides no word', async () => {
  const texts = ['شماره: \u2066۹۰۰۲-۱۴۰۵-۰۰۰۴۱۷\u2069 مورخ \u2066۱۴۰۵/۰۸/۳۰\u2069', 'کد IR82: ۱۲']
  expect(missingWords(await renderPaper(paper(...texts)), paper(...texts))).toEqual([])
})

it('a word that the file does not say is missing, as often as it is', async () => {
  const pdf = await renderPaper(paper('یک دو دو'))
  const recall = wordRecallOf(pdf, paper('یک دو دو دو سه'))
  expect(recall).toEqual({ expected: 5, missing: ['دو', 'سه'], share: 0.6 })
})
