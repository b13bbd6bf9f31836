export interface Bank {
  /** Three digits, as in a Sheba. */
  readonly code: string
  readonly name: string
  /** Code of the bank it was merged into; its old accounts remain in history, a new one is not accepted. */
  readonly mergedInto?: string
  /** The code under which the same bank stands in this table first. */
  readonly sameAs?: string
  /** Exact length of the account number the organisation's form asks for. */
  readonly accountDigits?: number
}

/** Bank codes of Shebas, domain brief §1.10. */
export const banks: readonly Bank[] = [
  { code: '010', name: 'مرکزی' },
  { code: '011', name: 'صنعت و معدن' },
  { code: '012', name: 'ملت', accountDigits: 10 },
  { code: '013', name: 'رفاه کارگران', accountDigits: 9 },
  { code: '014', name: 'مسکن' },
  { code: '015', name: 'سپه', accountDigits: 13 },
  { code: '016', name: 'کشاورزی' },
  { code: '017', name: 'ملی', accountDigits: 13 },
  { code: '018', name: 'تجارت', accountDigits: 10 },
  { code: '019', name: 'صادرات', accountDigits: 13 },
  { code: '020', name: 'توسعه صادرات' },
  { code: '021', name: 'پست بانک' },
  { code: '022', name: 'توسعه تعاون' },
  { code: '051', name: 'مؤسسه توسعه' },
  { code: '052', name: 'قوامین', mergedInto: '015' },
  { code: '053', name: 'کارآفرین' },
  { code: '054', name: 'پارسیان' },
  { code: '055', name: 'اقتصاد نوین' },
  { code: '056', name: 'سامان' },
  { code: '057', name: 'پاسارگاد' },
  { code: '058', name: 'سرمایه' },
  { code: '059', name: 'سینا' },
  { code: '060', name: 'مهر ایران' },
  { code: '061', name: 'شهر' },
  { code: '062', name: 'آینده', mergedInto: '017' },
  { code: '063', name: 'انصار', mergedInto: '015' },
  { code: '064', name: 'گردشگری' },
  { code: '065', name: 'حکمت ایرانیان', mergedInto: '015' },
  { code: '066', name: 'دی' },
  { code: '069', name: 'ایران زمین' },
  { code: '070', name: 'رسالت' },
  { code: '073', name: 'کوثر', mergedInto: '015' },
  { code: '075', name: 'ملل' },
  { code: '078', name: 'خاورمیانه' },
  { code: '079', name: 'مهر اقتصاد', mergedInto: '015' },
  { code: '080', name: 'نور', mergedInto: '017' },
  { code: '090', name: 'مهر ایران', sameAs: '060' },
  { code: '095', name: 'ایران و ونزوئلا' },
]

const byCode = new Map(banks.map((bank) => [bank.code, bank]))

/** The bank of a three-digit code, undefined when the table has none. */
export function findBank(code: string): Bank | undefined {
  return byCode.get(code)
}

/** First six digits of a card → bank code, domain brief §1.11. */
const cardPrefixes: Readonly<Record<string, string>> = {
  '589463': '013',
  '603799': '017',
  '170019': '017',
  '610433': '012',
  '991975': '012',
  '627353': '018',
  '585983': '018',
  '603769': '019',
  '589210': '015',
  '603770': '016',
  '639217': '016',
  '628023': '014',
  '502229': '057',
  '639347': '057',
  '622106': '054',
  '621986': '056',
  '627412': '055',
  '502806': '061',
  '504172': '070',
}

/** The bank that issued a card of 16 digits, undefined when its prefix is not in the table. */
export function findBankOfCard(cardNumber: string): Bank | undefined {
  const code = cardPrefixes[cardNumber.slice(0, 6)]
  return code === undefined ? undefined : byCode.get(code)
}
