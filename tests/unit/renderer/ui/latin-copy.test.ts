// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { copyInLatin, latinCopy } from '../../../../renderer/ui/latin-copy.ts'

describe('what is copied', () => {
  it.each([
    ['۳۳٬۰۳۵٬۸۲۶', '33035826'],
    ['۳۳٬۰۳۵٬۸۲۶ ریال', '33035826 ریال'],
    ['مانده\t۱۲۲٬۳۱۸٬۸۱۶\t۰', 'مانده\t122318816\t0'],
    ['۱۴۰۵/۰۸/۳۰', '1405/08/30'],
    ['\u200e۹۰۰۰۱۵۱۰۰۲', '9000151002'],
    ['پیمان ۱، پیمان ۲', 'پیمان 1، پیمان 2'],
  ])('%s arrives as %s', (text, copied) => {
    expect(latinCopy(text)).toBe(copied)
  })
})

copyInLatin(document)

/** What the clipboard holds after a copy; null where the window copies as it always does. */
function copiedFrom(target: Element): string | null {
  const event = new Event('copy', { bubbles: true, cancelable: true })
  const setData = vi.fn<(type: string, text: string) => void>()
  Object.assign(event, { clipboardData: { setData } })
  target.dispatchEvent(event)
  return event.defaultPrevented ? (setData.mock.calls[0]?.[1] ?? null) : null
}

describe('in the window', () => {
  afterEach(() => {
    document.body.innerHTML = ''
    getSelection()?.removeAllRanges()
  })

  it('selected text', () => {
    document.body.innerHTML = '<p>۴۴۳٬۳۵۸٬۶۴۸</p>'
    const text = document.querySelector('p')
    if (!text) throw new Error('no text')
    getSelection()?.selectAllChildren(text)
    expect(copiedFrom(text)).toBe('443358648')
  })

  it('a field of numbers; a field of words stays as it is', () => {
    document.body.innerHTML = '<input inputmode="numeric" value="۱۲٬۳۴۵"><input value="کوچهٔ ۱۲">'
    for (const input of document.querySelectorAll('input')) input.select()
    const [number, words] = document.querySelectorAll('input')
    if (!number || !words) throw new Error('no field')
    expect(copiedFrom(number)).toBe('12345')
    expect(copiedFrom(words)).toBeNull()
  })
})
