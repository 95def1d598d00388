const SHOWN = 25

/** `PMR-0012`, `0012` and `12` are one number. */
const numberIn = (text: string): number | null => {
  const [, digits] = /^(?:pmr-?)?0*(\d{1,9})$/i.exec(text) ?? []
  return digits ? Number(digits) : null
}

/** The search of the generated REST for unpaid bills, the newest first, by number or patient's name. */
export const unpaidBills = (typed: string): string => {
  const text = typed.trim()
  const number = numberIn(text)
  return new URLSearchParams({
    'where[and][0][paidAt][exists]': 'false',
    'where[and][1][refundedAt][exists]': 'false',
    ...(text && number === null ? { 'where[and][2][patient.name][like]': text } : {}),
    ...(number === null ? {} : { 'where[and][2][number][equals]': String(number) }),
    'select[number]': 'true',
    'select[date]': 'true',
    'select[total]': 'true',
    'select[patient]': 'true',
    depth: '1',
    sort: '-number',
    limit: String(SHOWN),
  }).toString()
}
