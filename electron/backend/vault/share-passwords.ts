import { randomBytes, randomInt, scrypt, type ScryptOptions } from 'node:crypto'
import { sharePassword } from '#core/vault/share-password.rules.ts'
import type { SharePasswords } from '#core/vault/shares.ports.ts'

/** 32 MB and about a tenth of a second for each password that is tried. */
const COST: ScryptOptions = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
const LENGTH = 32

/** Passwords of shares by scrypt, with salts and digits from the system's random numbers. */
export const sharePasswords: SharePasswords = {
  newPassword: () => sharePassword((below) => randomInt(below)),
  newSalt: () => randomBytes(16).toString('base64'),
  hash: (password, salt) =>
    new Promise((resolve, reject) => {
      scrypt(password, Buffer.from(salt, 'base64'), LENGTH, COST, (error, key) =>
        error ? reject(error) : resolve(key.toString('base64')),
      )
    }),
}
