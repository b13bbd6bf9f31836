'use strict'
// Document definitions. Nothing in them knows about the layer, but for `_forceLeft`: a cell that
// stays at the left edge although its paragraph runs from right to left.
const path = require('node:path')
const c = require('./content.cjs')

const ttf = (weight) =>
  path.join(
    path.dirname(require.resolve('vazirmatn/package.json')),
    `fonts/ttf/Vazirmatn-${weight}.ttf`,
  )
// Persian has no italics: the upright faces stand in for them.
exports.fonts = {
  Vazirmatn: {
    normal: ttf('Regular'),
    bold: ttf('Bold'),
    italics: ttf('Regular'),
    bolditalics: ttf('Bold'),
  },
}

/** Certificate: A4, three pages, a table that repeats its header, a QR code. */
exports.certificate = () => ({
  pageSize: 'A4',
  pageMargins: [40, 90, 40, 50],
  language: 'fa-IR',
  version: '1.7',
  info: { title: c.title, author: c.org, subject: 'گواهی', keywords: 'گواهی، بازنشستگی' },
  defaultStyle: { font: 'Vazirmatn', fontSize: 10, alignment: 'right', lineHeight: 1.15 },
  header: () => ({
    margin: [40, 20, 40, 0],
    columns: [
      { width: 60, svg: c.logo, fit: [50, 50] },
      {
        width: '*',
        stack: [
          { text: c.org, bold: true, fontSize: 14, alignment: 'center' },
          { text: 'معاونت فنی و درآمد', alignment: 'center' },
        ],
      },
      { width: 120, stack: c.meta.map((m) => ({ text: m.join(' '), fontSize: 9 })) },
    ],
  }),
  footer: (p, n) => ({
    margin: [40, 10, 40, 0],
    columns: [
      { text: 'صفحهٔ ' + c.fa(p) + ' از ' + c.fa(n), width: '*' },
      {
        text: 'verify.example.ir/c/7F3A-91BC',
        alignment: 'left',
        _forceLeft: true,
        width: '*',
        fontSize: 8,
      },
    ],
  }),
  content: [
    { text: c.title, bold: true, fontSize: 16, alignment: 'center', margin: [0, 0, 0, 10] },
    {
      table: {
        widths: [170, '*'],
        body: c.kv.map(([k, v]) => [{ text: k, bold: true, fillColor: '#eef5f2' }, v]),
      },
      margin: [0, 0, 0, 10],
    },
    { text: c.para, alignment: 'justify', fontSize: 11, margin: [0, 0, 0, 10] },
    {
      columns: [
        {
          width: '*',
          text: [
            { text: 'مهر و امضا: ', bold: true },
            'مدیر امور بازنشستگان ',
            { text: '(Digital Signature)', color: '#0a5c4a' },
            ' – ',
            { text: 'زیرخط‌دار', decoration: 'underline' },
          ],
        },
        { width: 110, qr: c.qr, fit: 100, eccLevel: 'M' },
      ],
      margin: [0, 0, 0, 10],
    },
    { text: 'ریز پرداخت‌ها', bold: true, fontSize: 13, margin: [0, 0, 0, 5] },
    {
      table: {
        headerRows: 1,
        widths: [30, 80, '*', 45, 90, 75],
        body: [
          c.rowHead.map((t) => ({ text: t, bold: true, fillColor: '#dde' })),
          ...c.rows.map((r) => [...r]),
          [
            { text: 'جمع کل', colSpan: 4, bold: true },
            '',
            '',
            '',
            { text: c.rial(1234567890) },
            '—',
          ],
        ],
      },
      layout: 'lightHorizontalLines',
    },
  ],
})
const given = ['فاطمه‌سادات', 'محمدعلی', 'زهرا', 'حسین', 'امیرحسین']
const family = ['میرزایی‌نژاد', 'کریمی', 'رضایی‌پور', 'احمدی']
const benefits = [
  ...['حقوق مبنا', 'حق عائله‌مندی', 'حق اولاد', 'فوق‌العاده', 'افزایش سنواتی ۲۰٪'],
  ...['کمک‌هزینهٔ مسکن', 'بن کارگری', 'همترازی', 'متناسب‌سازی (۹۰٪)', 'سایر'],
]
const deductions = [
  ...['بیمهٔ تکمیلی', 'مالیات (۱۰٪)', 'وام ۱', 'وام ۲', 'قرض‌الحسنه'],
  ...['اجرائیه', 'عمر و حادثه', 'صندوق', 'کانون', 'سایر'],
]

/** Pay slip: A5, one page, different for every i. */
exports.slip = (i) => ({
  pageSize: 'A5',
  pageMargins: [30, 60, 30, 30],
  language: 'fa-IR',
  version: '1.7',
  info: { title: 'فیش حقوق ' + i },
  defaultStyle: { font: 'Vazirmatn', fontSize: 9, alignment: 'right' },
  header: () => ({
    margin: [30, 15, 30, 0],
    columns: [
      { width: 40, svg: c.logo, fit: [35, 35] },
      { text: c.org, bold: true, fontSize: 12, alignment: 'center', width: '*' },
      { width: 90, text: 'شماره: ' + c.fa(140500000 + i), fontSize: 8 },
    ],
  }),
  content: [
    {
      text: 'فیش حقوق بازنشستگی ' + c.months[i % 12] + ' ۱۴۰۵',
      bold: true,
      fontSize: 12,
      alignment: 'center',
      margin: [0, 0, 0, 6],
    },
    {
      table: {
        widths: ['auto', '*', 'auto', '*'],
        body: [
          [
            'نام',
            `${given[i % 5]} ${family[i % 4]}`,
            'شماره ملی',
            c.fa(String(1000000000 + i * 7919)),
          ],
          ['دفتر کل', c.fa(8700000 + i), 'شبا', 'IR82 0540 1026 8002 0817 ' + (1000 + i)],
        ],
      },
      margin: [0, 0, 0, 6],
    },
    {
      table: {
        headerRows: 1,
        widths: ['*', 80, '*', 80],
        body: [
          ['مزایا', 'مبلغ (ریال)', 'کسور', 'مبلغ (ریال)'].map((t) => ({
            text: t,
            bold: true,
            fillColor: '#dde',
          })),
          ...Array.from({ length: 10 }, (_, k) => [
            benefits[k],
            c.rial(1000000 + ((i * 7919 + k * 104729) % 99999999)),
            deductions[k],
            c.rial(10000 + ((i * 104729 + k * 7919) % 9999999)),
          ]),
        ],
      },
      layout: 'lightHorizontalLines',
      margin: [0, 0, 0, 6],
    },
    {
      text:
        'خالص پرداختی: ' +
        c.rial(150000000 + i * 12345) +
        ' ریال به حساب شما نزد بانک ملّی (شعبهٔ ۱۲۳) در تاریخ ۱۴۰۵/۰۸/۳۰ واریز گردید.',
      bold: true,
    },
    { qr: 'https://verify.example.ir/s/' + i + '?s=' + 'A'.repeat(86), fit: 80, alignment: 'left' },
  ],
})
