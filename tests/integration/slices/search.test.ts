import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleExtract } from '../../support/extracts.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { noPapers } from '../../support/papers.ts'

const folder = temporaryFolder()
let office: BranchOffice

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: noPapers })
  await office.import(sampleExtract())
  await office.signIn(1)
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

async function search(text: string, limit = 8) {
  return office.get(1, 'citizens.search', { text, limit })
}

describe('one box for every number', () => {
  test.each([
    ['0000001015', 'NATIONAL_ID', 'INSURED', null],
    ['۰۰۰۰۰۰۱۰۱۵', 'NATIONAL_ID', 'INSURED', null],
    ['000-000101-5', 'NATIONAL_ID', 'INSURED', null],
    ['90000101', 'INSURANCE_NUMBER', 'INSURED', '0090000101'],
    ['8000101', 'PENSION_NUMBER', 'PENSIONER', '8000101'],
    ['9000161000', 'WORKSHOP_CODE', 'EMPLOYER', '9000161000'],
    ['09700001001', 'MOBILE', 'INSURED', null],
    ['+98 970 000 1001', 'MOBILE', 'INSURED', null],
    ['IR340130000000000009000000', 'IBAN', 'INSURED', null],
    ['340130000000000009000000', 'IBAN', 'INSURED', null],
    ['1048400020', 'TRACKING_CODE', 'PENSIONER', '1048400020'],
  ])('%s is found as %s', async (text, kind, role, target) => {
    const { hits } = await search(text)
    expect(hits).toEqual([
      expect.objectContaining({ kind, role, target, lastName: 'سه‌نقش نمونه' }),
    ])
  })

  test('a foreigner is found by twelve digits', async () => {
    const { hits } = await search('199900000017')
    expect(hits).toMatchObject([{ kind: 'FOREIGNER_ID', maskedId: '199******017' }])
  })

  test('a workshop is named, a citizen stays masked', async () => {
    const { hits } = await search('9000161000')
    expect(hits[0]).toMatchObject({
      targetName: 'کارگاه نمونه سه‌نقش',
      maskedId: '000****015',
      birthYear: 1350,
    })
  })

  test('a survivors’ pension leads to the deceased and every heir', async () => {
    const { hits } = await search('8000109', 20)
    expect(hits.map(({ maskedId }) => maskedId).sort()).toEqual([
      '000****090',
      '000****104',
      '000****112',
      '000****120',
      '000****139',
    ])
    expect(hits.filter(({ deceased }) => deceased)).toHaveLength(1)
  })

  test('a prescription’s tracking code finds nobody: health is no search result', async () => {
    expect((await search('1048400022')).hits).toEqual([])
  })

  test('a wrong check digit only warns, and every index was asked', async () => {
    const found = await search('0000001016')
    expect(found).toMatchObject({ checksumWarning: 'NATIONAL_ID', hits: [] })
    expect(found.searched).toContain('INSURANCE_NUMBER')
  })

  test('a number of another kind is found although the check digit of a national ID is wrong', async () => {
    const { hits, checksumWarning } = await search('9900000103')
    expect(hits).toMatchObject([{ kind: 'INSURANCE_NUMBER' }])
    expect(checksumWarning).toBeNull()
  })
})

describe('names', () => {
  test('both twins are found by the same name, told apart by number', async () => {
    for (const text of [
      'علی‌رضا دوقلوی',
      'دوقلوی عليرضا',
      'علی رضا دوقلو',
      'علی‌رضا دوقلوی حسین 1365',
    ]) {
      const { hits } = await search(text)
      expect(hits.map(({ maskedId }) => maskedId).sort(), text).toEqual([
        '000****155',
        '000****163',
      ])
    }
  })

  test.each(['دوقلویی علیرضا', 'دولوی علیرضا', 'دوقلوس علیرضا', 'دوقولی علیرضا'])(
    'one letter wrong in «%s» is forgiven and said',
    async (text) => {
      const { hits } = await search(text)
      expect(hits.filter(({ maskedId }) => /155|163/.test(maskedId))).toHaveLength(2)
      expect(hits[0]?.distance).toBe(1)
    },
  )

  test('a leading سید is no part of what must match', async () => {
    for (const text of ['سیده فاطمه دومستمری', 'فاطمه دومستمری', 'دومستمری سیده فاطمه']) {
      const { hits } = await search(text)
      expect(
        hits.map(({ maskedId }) => maskedId),
        text,
      ).toContain('000****104')
    }
  })

  test('the year of birth and the father narrow a name', async () => {
    expect((await search('دوقلوی 1366')).hits.filter(({ distance }) => distance === 0)).toEqual([])
    expect((await search('دوقلوی ۶۵ حسین')).hits).toHaveLength(2)
  })

  test.each(['آراز رضایی', 'رضایی آراز', 'مجتبی کاشانی', 'سیامند زمستانی'])(
    'whose own name is «%s» comes before the children of that name',
    async (text) => {
      for (const limit of [1, 8]) {
        const { hits } = await search(text, limit)
        const own = hits.map((hit) => `${hit.firstName} ${hit.lastName}`.split(' '))
        expect(own[0]).toEqual(expect.arrayContaining(text.split(' ')))
      }
    },
  )

  test('too little text searches nothing', async () => {
    expect(await search('ع')).toEqual({
      searched: [],
      checksumWarning: null,
      hits: [],
      more: false,
    })
  })

  test('more than fits is told', async () => {
    const found = await search('نمونه', 5)
    expect(found.hits).toHaveLength(5)
    expect(found.more).toBe(true)
  })
})
