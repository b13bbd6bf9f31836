import { expect, it } from 'vitest'
import { highlighted } from '../../../../renderer/citizens/highlight.ts'

const hits = (name: string, typed: string) =>
  highlighted(name, typed)
    .filter((piece) => piece.hit)
    .map((piece) => piece.text)

it('marks the beginning of each word that was typed, in any order', () => {
  expect(hits('محمد ذبیحی', 'ذبی مح')).toEqual(['مح', 'ذبی'])
})

it('sees the same letters behind Arabic forms and joiners', () => {
  expect(hits('علی‌رضا کریمی', 'عليرضا')).toEqual(['علی‌رضا'])
  expect(hits('آقابزرگی', 'اقا')).toEqual(['آقا'])
})

it('gives the name back whole', () => {
  const whole = highlighted('فاطمه رضایی‌فر', 'رضا')
    .map((piece) => piece.text)
    .join('')
  expect(whole).toBe('فاطمه رضایی‌فر')
  expect(hits('فاطمه رضایی‌فر', 'حسن')).toEqual([])
})
