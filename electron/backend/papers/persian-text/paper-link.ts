import { PaperFault } from './paper-fault.ts'

/** `T` when it is written out in the source, else `never`: a computed text has no place in a link. */
type WrittenOut<T extends string> = T extends `https://${infer Rest}`
  ? string extends Rest
    ? never
    : T
  : never

/** An address of our own that a text may link to; made by `fixedLink` only. */
export class PaperLink {
  readonly #address: string

  constructor(address: string) {
    this.#address = checked(address)
  }

  get address(): string {
    return this.#address
  }
}

function checked(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const plain = url?.protocol === 'https:' && url.username === '' && url.password === ''
  if (!plain || url.href !== address || !/^[\x21-\x7e]+$/.test(address)) {
    throw new PaperFault({ fault: 'node', node: `a link to ${address}` })
  }
  return address
}

/**
 * An address that a template states as a constant. The type takes only an address written out in the
 * source, so that nothing from a statement can become a link.
 *
 * @refuses what is not plain https in its normal form, or carries a user (PaperFault)
 */
export function fixedLink<const T extends string>(address: T & WrittenOut<T>): PaperLink {
  return new PaperLink(address)
}
