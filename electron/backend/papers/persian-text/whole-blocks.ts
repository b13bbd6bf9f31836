import { PaperFault } from './paper-fault.ts'
import { internals } from './pdfmake.internals.ts'

const tooTall = (): PaperFault =>
  new PaperFault({ fault: 'node', node: 'a block that is taller than its page' })

/**
 * A row or a foot that must not be parted and is taller than the page has no place; pdfmake leaves it
 * or its end out without a word. Such a paper is refused.
 */
export function keepBlocksWhole(): void {
  const { pageWriter } = internals
  const { addFragment, commitUnbreakableBlock } = pageWriter
  pageWriter.addFragment = function (...block) {
    const placed = addFragment.call(this, ...block)
    if (!placed) throw tooTall()
    return placed
  }
  pageWriter.commitUnbreakableBlock = function (x, y) {
    if (this.transactionLevel === 1 && this.context().pages.length > 1) throw tooTall()
    commitUnbreakableBlock.call(this, x, y)
  }
}
