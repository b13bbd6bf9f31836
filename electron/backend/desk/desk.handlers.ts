import type { Handlers } from '../scope.ts'

/** The desk's own settings and printers, kept by the machine. */
export const deskHandlers = {
  'desk.settings': (_input, { desk }) => desk.readSettings(),
  'desk.change': (change, { desk }) => desk.writeSettings(change),
  'desk.printers': async (_input, { desk }) =>
    (await desk.listPrinters()).map((printer) => ({ ...printer, trays: [...printer.trays] })),
} satisfies Pick<Handlers, Extract<keyof Handlers, `desk.${string}`>>
