import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  maskAccount,
  maskCardNumber,
  maskIban,
  maskMobile,
  maskNationalId,
} from '#core/kernel/masking.ts'

describe('masking', () => {
  it('shows what tells numbers apart and hides the rest', () => {
    expect(maskNationalId('0010000011')).toBe('001****011')
    expect(maskNationalId('100000123456')).toBe('100******456')
    expect(maskMobile('09123456789')).toBe('0912***6789')
    expect(maskAccount('123456789')).toBe('*****6789')
    expect(maskIban('IR060130123456789012345678')).toBe('IR06013***************5678')
    expect(maskCardNumber('5894631000000018')).toBe('589463******0018')
  })

  it('hides at least three characters of anything, keeping its length', () => {
    const masks = [maskNationalId, maskMobile, maskAccount, maskIban, maskCardNumber]
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,26}$/), fc.constantFrom(...masks), (text, mask) => {
        const shown = mask(text)
        expect(shown).toHaveLength(text.length)
        expect(shown.replace(/[^*]/g, '').length).toBeGreaterThanOrEqual(Math.min(3, text.length))
      }),
    )
  })
})
