/** The first and last characters, stars between; nothing is shown when too little would be hidden. */
function masked(text: string, first: number, last: number): string {
  const hidden = text.length - first - last
  if (hidden < 3) return '*'.repeat(text.length)
  return text.slice(0, first) + '*'.repeat(hidden) + text.slice(text.length - last)
}

/** 0010000011 → 001****011; a foreigner's ID of 12 digits likewise. */
export function maskNationalId(id: string): string {
  return masked(id, 3, 3)
}

/** 09123456789 → 0912***6789. */
export function maskMobile(mobile: string): string {
  return masked(mobile, 4, 4)
}

/** Account number: only the last four digits. */
export function maskAccount(account: string): string {
  return masked(account, 0, 4)
}

/** Sheba: country, check digits and bank, and the last four digits. */
export function maskIban(iban: string): string {
  return masked(iban, 7, 4)
}

/** Card number: the bank's six digits and the last four. */
export function maskCardNumber(card: string): string {
  return masked(card, 6, 4)
}
