import type { FaultPlace, ImportFaultCode } from '#core/extracts/faults.ts'

/** Ends an import before its commit: a fault of the extract or its container. Nothing has changed then. */
export class ImportStop extends Error {
  readonly code: ImportFaultCode
  readonly place: FaultPlace
  readonly also: readonly ExtractFault[]

  constructor(fault: ExtractFault, also: readonly ExtractFault[] = [], cause?: unknown) {
    super(fault.code, { cause })
    this.name = 'ImportStop'
    this.code = fault.code
    this.place = fault.place
    this.also = also
  }
}

/** One fault of an extract, with the file and column it is about. */
export interface ExtractFault {
  readonly code: ImportFaultCode
  readonly place: FaultPlace
}

/** Ends an import because the clerk said so. */
export class ImportCancelled extends Error {
  constructor() {
    super('cancelled')
    this.name = 'ImportCancelled'
  }
}
