/** Run for what it does: it leaves its handler where pdf.mjs looks for one before it would load a file. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
