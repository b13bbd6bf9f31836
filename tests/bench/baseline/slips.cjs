'use strict'
/** Draws slips the way of the proof of concept: a message with a count is answered with seconds. */
require('./fa-pdfmake.cjs')
require('./fa-qr.cjs')
const pdfmake = require('pdfmake')
const { fonts, slip } = require('./docdef.cjs')

pdfmake.setFonts(fonts)
pdfmake.setLocalAccessPolicy(() => true)
pdfmake.setUrlAccessPolicy(() => false)

let drawn = 0
process.on('message', async (count) => {
  const from = performance.now()
  for (let i = 0; i < count; i++) await pdfmake.createPdf(slip(drawn++)).getBuffer()
  process.send((performance.now() - from) / 1000)
})
