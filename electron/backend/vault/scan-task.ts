import type { Reduction, ScanFile } from '#core/vault/vault.ports.ts'

/** What the thread that looks into files is given; it does one and ends. */
export type ScanTask =
  | {
      readonly job: 'reduce'
      readonly bytes: Uint8Array
      readonly most: { readonly pages: number; readonly scanBytes: number }
    }
  | { readonly job: 'sheet'; readonly file: Pick<ScanFile, 'format' | 'bytes'> }

/** What it answers. */
export type ScanAnswer =
  | { readonly job: 'reduce'; readonly reduction: Reduction }
  | { readonly job: 'sheet'; readonly pdf: Uint8Array }
