import { randomBytes, randomInt, scrypt, type ScryptOptions } from 'node:crypto'
import type { CodeMaker } from '#core/messages/one-time-codes.ports.ts'

/** 32 MB and about a tenth of a second for each code that is tried. */
const COST: ScryptOptions = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
const LENGTH = 32

/** One-time codes by scrypt, with salts and digits from the system's random numbers. */
export const codeMaker: CodeMaker = {
  newCode: (digits) => Array.from({ length: digits }, () => String(randomInt(10))).join(''),
  newSalt: () => randomBytes(16).toString('base64'),
  hash: (code, salt) =>
    new Promise((resolve, reject) => {
      scrypt(code, Buffer.from(salt, 'base64'), LENGTH, COST, (error, key) =>
        error ? reject(error) : resolve(key.toString('base64')),
      )
    }),
}
