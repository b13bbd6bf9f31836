#!/usr/bin/env node
/**
 * Makes synthetic extracts in the format "bajeh-extract/1" (see ../extract-format.md).
 *
 *   node generate.mjs --citizens 2000 --seed 1405 --out DIR [--faults none|dirty|missing-file|wrong-sha|wrong-rows|
 *        bad-utf8|missing-column|bad-csv|bad-manifest|bad-format|older] [--dirty-rate 0.02] [--as-of 1405/08/30] [--quiet]
 *
 * The same arguments always give the same bytes. Memory does not grow with the number of persons (only a small
 * table of workshops is held). Nobody in the output exists: national IDs begin with 000 or 9, mobiles with 097,
 * medical council codes with 9, and names are drawn at random from lists.
 */
import fs from 'node:fs'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'

// ---------------------------------------------------------------- arguments
const BROKEN = [
  'missing-file',
  'wrong-sha',
  'wrong-rows',
  'bad-utf8',
  'missing-column',
  'bad-csv',
  'bad-manifest',
  'bad-format',
  'older',
]
const { values: args } = parseArgs({
  options: {
    citizens: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    faults: { type: 'string', default: 'none' },
    'dirty-rate': { type: 'string', default: '0.02' },
    'as-of': { type: 'string' },
    'no-expected': { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
})
if (!args.out) {
  console.error(
    'usage: generate.mjs --citizens N --seed S --out DIR [--faults none|dirty|' +
      BROKEN.join('|') +
      ']',
  )
  process.exit(2)
}
const N = Number(args.citizens),
  SEED = Number(args.seed),
  OUT = args.out,
  FAULTS = args.faults
if (!Number.isInteger(N) || N < 10) {
  console.error('--citizens must be an integer of at least 10')
  process.exit(2)
}
if (!Number.isInteger(SEED) || SEED < 0) {
  console.error('--seed must be a non-negative integer')
  process.exit(2)
}
if (FAULTS !== 'none' && FAULTS !== 'dirty' && !BROKEN.includes(FAULTS)) {
  console.error('unknown --faults ' + FAULTS)
  process.exit(2)
}
const DIRTY = FAULTS === 'dirty',
  RATE = Number(args['dirty-rate'])
const AS_OF = args['as-of'] ?? (FAULTS === 'older' ? '1404/02/31' : '1405/08/30')

// ---------------------------------------------------------------- random numbers
let s0,
  s1,
  s2,
  s3,
  activeSeed = SEED // the showcase persons are drawn with a seed of their own
function reseed(a, b) {
  // sfc32, started from (seed, a, b)
  s0 = (activeSeed ^ 0x9e3779b9) | 0
  s1 = Math.imul(a + 1, 0x85ebca6b) | 0
  s2 = Math.imul(b + 1, 0xc2b2ae35) | 0
  s3 = 1
  for (let i = 0; i < 12; i++) rnd()
}
function rnd() {
  const t = (((s0 + s1) | 0) + s3) | 0
  s3 = (s3 + 1) | 0
  s0 = s1 ^ (s1 >>> 9)
  s1 = (s2 + (s2 << 3)) | 0
  s2 = (((s2 << 21) | (s2 >>> 11)) + t) | 0
  return (t >>> 0) / 4294967296
}
const int = (lo, hi) => lo + Math.floor(rnd() * (hi - lo + 1))
const chance = (p) => rnd() < p
const pick = (list) => list[Math.floor(rnd() * list.length)]
let d0 = 1 // a second, independent stream for the faults, so that a dirty extract holds the same persons as a clean one
function drnd() {
  d0 = (d0 + 0x6d2b79f5) | 0
  let t = Math.imul(d0 ^ (d0 >>> 15), 1 | d0)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const dpick = (list) => list[Math.floor(drnd() * list.length)]
d0 = (SEED * 7919 + 17) | 0

// ---------------------------------------------------------------- Jalali calendar
const LEAP = new Set([1, 5, 9, 13, 17, 22, 26, 30])
const isLeap = (y) => LEAP.has(y % 33)
const monthLength = (y, m) => (m <= 6 ? 31 : m <= 11 ? 30 : isLeap(y) ? 30 : 29)
const Y0 = 1290,
  YEAR_START = [0]
for (let y = Y0; y < 1460; y++) YEAR_START.push(YEAR_START[y - Y0] + (isLeap(y) ? 366 : 365))
const P2 = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'))
const dateText = (y, m, d) => y + '/' + P2[m] + '/' + P2[d]
const dayNumber = (y, m, d) =>
  YEAR_START[y - Y0] + (m <= 7 ? (m - 1) * 31 : 186 + (m - 7) * 30) + d - 1
function fromDay(n) {
  let y = Y0 + Math.floor(n / 365.2425)
  while (YEAR_START[y - Y0] > n) y--
  while (YEAR_START[y + 1 - Y0] <= n) y++
  const k = n - YEAR_START[y - Y0]
  return k < 186
    ? [y, Math.floor(k / 31) + 1, (k % 31) + 1]
    : [y, Math.floor((k - 186) / 30) + 7, ((k - 186) % 30) + 1]
}
const dayText = (n) => dateText(...fromDay(n))
const anyDay = (y, m) => dateText(y, m, int(1, monthLength(y, m)))
const AS_OF_M = AS_OF.match(/^(\d{4})\/(\d{2})\/(\d{2})$/)
if (!AS_OF_M) {
  console.error('--as-of must be YYYY/MM/DD')
  process.exit(2)
}
if (AS_OF < '1400/01/01' || AS_OF > '1405/12/29') {
  console.error('--as-of must lie in 1400 to 1405')
  process.exit(2)
}
const SHOWCASE = !BROKEN.includes(FAULTS) && AS_OF >= '1405/08/01' // a broken extract stays small; the showcase persons live in 1405
const [AY, AM, AD] = AS_OF_M.slice(1).map(Number),
  TODAY = dayNumber(AY, AM, AD)
const NOW = AY * 12 + AM - 1 // absolute month
const LAST_LIST = NOW - 2 // the newest contribution month; later lists have not arrived

// minimum daily wage by year; 1400 to 1405 as in the domain brief, earlier ones are approximations
const MIN_DAILY = {
  1345: 60,
  1350: 65,
  1355: 210,
  1358: 567,
  1360: 635,
  1362: 635,
  1364: 720,
  1366: 760,
  1368: 830,
  1369: 1000,
  1370: 1667,
  1371: 2267,
  1372: 2994,
  1373: 3894,
  1374: 5333,
  1375: 6907,
  1376: 8482,
  1377: 10051,
  1378: 12060,
  1379: 15267,
  1380: 18927,
  1381: 23282,
  1382: 28446,
  1383: 35549,
  1384: 40864,
  1385: 50000,
  1386: 61000,
  1387: 73200,
  1388: 87840,
  1389: 101000,
  1390: 110100,
  1391: 129900,
  1392: 162375,
  1393: 202970,
  1394: 237475,
  1395: 270722,
  1396: 309977,
  1397: 370423,
  1398: 505627,
  1399: 636809,
  1400: 885165,
  1401: 1393250,
  1402: 1769428,
  1403: 2388728,
  1404: 3463656,
  1405: 5541850,
}
const MIN_TABLE = []
for (let y = 1345, v = 60; y <= 1406; y++) {
  v = MIN_DAILY[y] ?? v
  MIN_TABLE[y] = v
}
const minDaily = (y) => MIN_TABLE[y < 1345 ? 1345 : y]
const minMonth = (y) => minDaily(y) * 30

// ---------------------------------------------------------------- identifiers
function nationalIdOf(nine) {
  // nine digits -> ten
  let s = 0
  for (let i = 0; i < 9; i++) s += (nine.charCodeAt(i) - 48) * (10 - i)
  const r = s % 11
  return nine + (r < 2 ? r : 11 - r)
}
const gcd = (a, b) => (b ? gcd(b, a % b) : a)
const coprime = (base, m) => {
  let k = base
  while (gcd(k, m) !== 1) k++
  return k
}
const PK = coprime(48271903 + (SEED % 9973) * 6151, 90000000),
  PO = (SEED * 104729) % 90000000
const ZK = coprime(271829 + (SEED % 997) * 2, 899000),
  ZO = (SEED * 7907) % 899000
/** Citizen number -> national ID. One in twelve begins with 000, the others with 900 to 989; 990-999 are kept for persons who must not exist. */
function personIdAt(c) {
  if (c % 12 === 5 && c < 10000000) {
    const k = (((c - 5) / 12) * ZK + ZO) % 899000
    return nationalIdOf('000' + String(100000 + k))
  } // 000 1xxxxx to 000 9xxxxx
  const k = (c * PK + PO) % 90000000
  return nationalIdOf(String(900000000 + k))
}
let ghosts = 0
const ghostId = () => nationalIdOf(String(990000001 + ghosts++))
const foreignId = (k) =>
  '19990' +
  String(SEED % 1000)
    .padStart(3, '0')
    .slice(-2) +
  String(k).padStart(5, '0')
/** Insurance number: three in ten are eight digits. */
const insuranceAt = (c) =>
  c % 10 < 3
    ? '9' +
      String(1000000 + c)
        .padStart(7, '0')
        .slice(-7)
    : '99' +
      String(10000000 + c)
        .padStart(8, '0')
        .slice(-8)
function ibanOf(bank, account) {
  const bban = bank + account.padStart(19, '0')
  let r = 0
  const s = bban + '182700'
  for (let i = 0; i < s.length; i++) r = (r * 10 + s.charCodeAt(i) - 48) % 97
  return 'IR' + P2[98 - r] + bban
}
function legalIdOf(ten) {
  const k = +ten[9] + 2,
    w = [29, 27, 23, 19, 17]
  let s = 0
  for (let i = 0; i < 10; i++) s += (+ten[i] + k) * w[i % 5]
  return ten + ((s % 11) % 10)
}
const ACCOUNT = [
  ['013', 9, 5],
  ['017', 13, 3],
  ['012', 10, 2],
  ['018', 10, 1],
  ['019', 13, 1],
  ['015', 13, 2],
]
const ACCOUNT_WHEEL = ACCOUNT.flatMap(([b, l, n]) => Array(n).fill([b, l]))
const BANKS = {
  '010': 'بانک مرکزی',
  '011': 'صنعت و معدن',
  '012': 'ملت',
  '013': 'رفاه کارگران',
  '014': 'مسکن',
  '015': 'سپه',
  '016': 'کشاورزی',
  '017': 'ملی ایران',
  '018': 'تجارت',
  '019': 'صادرات ایران',
  '020': 'توسعه صادرات',
  '021': 'پست بانک ایران',
  '022': 'توسعه تعاون',
  '053': 'کارآفرین',
  '054': 'پارسیان',
  '055': 'اقتصاد نوین',
  '056': 'سامان',
  '057': 'پاسارگاد',
  '058': 'سرمایه',
  '059': 'سینا',
  '060': 'قرض‌الحسنه مهر ایران',
  '061': 'شهر',
  '064': 'گردشگری',
  '066': 'دی',
  '069': 'ایران زمین',
  '070': 'قرض‌الحسنه رسالت',
  '075': 'ملل',
  '078': 'خاورمیانه',
  '095': 'ایران و ونزوئلا',
}
let serial = 1048400000 // tracking codes, slip numbers and the like: unique by counting; after the showcase by seed
const code10 = () => String(++serial)

// ---------------------------------------------------------------- names ('_' stands for ZWNJ, '+' for a space)
const words = (s) =>
  s
    .trim()
    .split(/\s+/)
    .map((w) => w.replace(/_/g, '\u200c').replace(/\+/g, ' '))
const MALE =
  words(`علی محمد حسین حسن رضا مهدی امیر احمد محمود مصطفی مرتضی مجتبی ابراهیم اسماعیل یوسف یعقوب موسی عیسی داوود سلیمان یحیی زکریا ایوب هادی کاظم صادق باقر جواد ناصر منصور مسعود سعید
حمید مجید وحید فرید رشید جمشید بهرام بهروز بهزاد بهنام بهمن پرویز پیمان پیام پویا پدرام پارسا آرش آرمان آرمین آریا اردلان اردشیر اشکان افشین امید امین ایمان ایرج بابک باربد برزو بیژن تورج تیمور جعفر جلال جمال
حامد حبیب حجت حسام خسرو داریوش دانیال رامین رامبد رحمان رحیم روزبه سالار سامان سپهر سجاد سروش سهراب سهیل سیاوش سینا شاهین شایان شهاب شهرام شهروز شهریار صابر صالح طاهر طه عادل عارف عباس عبدالله عبدالرضا عرفان عزیز
عطا عماد عمران غلامرضا غلامحسین فاضل فرامرز فربد فرزاد فرشاد فرشید فرهاد فریدون فیروز قاسم قدرت_الله قباد کامبیز کامران کاوه کریم کمال کورش کیان کیانوش کیوان کیومرث مازیار ماهان محسن محمدعلی محمدرضا محمدجواد منوچهر
مهران مهرداد میثم میلاد نادر نعمت_الله نوید نیما هاشم هوشنگ هومن یاسر یونس علی_رضا علی_اصغر علی_اکبر امیر_حسین امیر_علی محمد_مهدی محمد_امین ابوالفضل ابوالقاسم حبیب_الله رحمت_الله روح_الله عزت_الله سیف_الله حجت_الله امان_الله اسدالله
ذبیح_الله خیرالله نصرالله فتح_الله لطف_الله شکرالله یدالله آقا+بزرگ محمد+حسن محمد+صادق میر+حسین رجب_علی حسین_علی قربان_علی مراد_علی عبدالحسین عبدالکریم سیروس اسفندیار بهادر فرزین شاهرخ تقی نقی مقداد میکائیل جبار ستار غفار
رسول نبی پیروز آیدین یاشار آراز ائلمان هیوا سیامند هژار ریبوار مسلم مظفر منوچهر مرادعلی`)
const FEMALE =
  words(`فاطمه زهرا مریم زینب معصومه سکینه رقیه خدیجه طاهره نرگس لیلا الهام الهه سمیه سمیرا سارا ساناز سپیده سحر سوسن سیما شبنم شکوفه شهلا شهناز شهین شیرین شیوا صدیقه صغری کبری طیبه عاطفه عطیه عفت غزل غزاله فائزه
فرانک فرزانه فرناز فروغ فریبا فریده فرشته فهیمه کوثر کتایون گلناز گلنار لادن لاله لیدا ماندانا مائده محبوبه محدثه مرجان مرضیه مژده مژگان ملیحه ملیکا منصوره منیره مهتاب مهدیه مهری مهسا مهناز مهین مینا مینو نازنین ناهید نجمه
ندا نرجس نسترن نسرین نسیم نغمه نگار نگین نوشین نیلوفر هاجر هانیه هدی هستی هما هنگامه وجیهه یاسمن یلدا آتنا آرزو آزاده آسیه آمنه آناهیتا آیدا آذر اعظم اکرم افسانه اشرف اقدس انسیه ایران بتول بنفشه بهار بهاره بهناز پروانه پروین
پریسا پریناز پوران تهمینه ثریا جمیله حدیث حکیمه حمیده حوریه خاطره خورشید دلارام راحله راضیه رضوان رعنا روشنک رویا ریحانه زری زهره زیبا ژاله ژیلا ستاره سودابه سهیلا سیمین شادی شراره شقایق شمسی شهربانو شهره صبا صنم طوبی عذرا عصمت
فاطمه_زهرا نازنین_زهرا ام_البنین ماه_منیر گل_اندام زهرا_سادات ریحانه_سادات فاطمه+سادات ماه_سلطان گل_بهار مه_لقا شاه_پری مؤمنه مرصع ملوک نصرت هاله هیرو شنو سویل آیسان آیناز سولماز ساره حنانه حلما باران درسا تینا ترانه`)
const FAMILY =
  words(`محمدی احمدی رضایی حسینی موسوی هاشمی کریمی رحیمی ابراهیمی جعفری صادقی باقری کاظمی نوروزی مرادی اکبری قاسمی عباسی یوسفی سلیمانی اسماعیلی حیدری صفری نظری شریفی رستمی امینی یعقوبی جلالی کمالی حبیبی عزیزی فتحی نجفی
میرزایی طاهری فرهادی بهرامی خسروی شیرازی تهرانی اصفهانی کرمانی یزدی تبریزی خراسانی گیلانی مازندرانی همدانی کاشانی قزوینی زنجانی اردبیلی لرستانی بختیاری افشار قاجار زند شاملو بیات تقوی نقوی رضوی طباطبایی علوی فاطمی مصطفوی مرتضوی مدنی
انصاری مهدوی منصوری محمودی حمیدی مجیدی وحیدی سعیدی مسعودی ناصری داوودی زمانی سلطانی امیری خانی بیگی ملکی شاهی وزیری دبیری معلمی عطاری نجاری حدادی زرگری خیاطی نانوایی آهنگری صراف بزاز عطار نجار حداد زرگر درودگر بنا معمار مهندس دهقان
دهقانی کشاورز برزگر باغبان چوپانی شبانی قنبری غلامی نوری صالحی حاتمی پناهی توکلی خدادادی خداپرست ایزدی یزدانی الهی ربانی سبحانی رحمانی کیانی ساسانی اشکانی هخامنشی پارسا پارسی آریایی ایرانی تورانی جمشیدی فریدونی منوچهری کیخسروی گودرزی
بهزادی فرزادی شهابی آفتابی مهتابی ستاری اختری آسمانی دریایی کوهی کوهستانی جنگلی بهاری خزانی زمستانی گلستانی بوستانی باغی صحرایی بیابانی چمنی سبزی رزاقی خلیلی جلیلی وکیلی کفیلی اصیل نبیل فاضلی کاملی عاملی عادلی قادری ظاهری باهری ماهری
محمد_زاده علی_زاده حسین_زاده حسن_زاده تقی_زاده نقی_زاده رجب_زاده ملک_زاده حاجی_زاده مهدی_زاده عباس_زاده قلی_زاده خان_زاده شیخ_زاده ولی_زاده علی_پور حسن_پور رضا_پور ایران_پور کریم_پور رحیم_پور شاه_پور قلی_پور یوسف_پور اسماعیل_پور
رمضان_پور صفر_پور عباس_نژاد رضایی_نژاد هاشمی_نژاد حسینی_نژاد موسوی_نژاد کاظمی_نژاد اکبر_نژاد صالحی_نژاد تقوی_فر رستگار_فر امینی_فر پارسا_فر محمدی_فر حسینی_فر سعیدی_کیا امیری_کیا رضایی_منش نیک_منش پاک_منش خوش_نیت نیک_نام خوش_رو پاک_نژاد پاک_سرشت
نیک_خواه راست_گو راد فرهمند ارجمند هوشمند دانشمند آزادی_خواه حق_شناس حق_پرست وطن_خواه میهن_دوست آقا+بزرگی آقا_جانی میرزا+خانی شاه_محمدی شاه_حسینی ملا_حسینی حاج+محمدی حاجی_آقایی سرخ_رو سفید+رو کلاه_دوز زین_ساز شیشه_گر مسگر آئینه_چی سؤالی رئیسی مؤذنی مؤمنی
قره_داغی آذری خوزستانی دزفولی شوشتری بهبهانی بوشهری لاری جهرمی فسایی داراب_نژاد کازرونی نیریزی سیرجانی رفسنجانی بمی زابلی بیرجندی نیشابوری سبزواری قوچانی بجنوردی گرگانی ساروی بابلی آملی نوری+پور لاهیجانی رشتی انزلی_چی خلخالی مشکینی مرندی
خویی ارومی مهابادی سقزی بانه_ای سنندجی کرمانشاهی ایلامی خرم_آبادی بروجردی اراکی ساوجی قمی محلاتی نطنزی نائینی اردستانی شهرضایی سمنانی دامغانی شاهرودی گرمساری ورامینی دماوندی`)
const NISBA = words(
  'اصل تهرانی اصفهانی تبریزی شیرازی یزدی کاشانی مقدم فرد راد نیا زاده پور دوست آبادی بزرگ کوچک',
)
const CITIES = [
  ['تهران', 'تهران'],
  ['ری', 'تهران'],
  ['ورامین', 'تهران'],
  ['کرج', 'البرز'],
  ['اصفهان', 'اصفهان'],
  ['کاشان', 'اصفهان'],
  ['نجف‌آباد', 'اصفهان'],
  ['مشهد', 'خراسان رضوی'],
  ['نیشابور', 'خراسان رضوی'],
  ['تبریز', 'آذربایجان شرقی'],
  ['مراغه', 'آذربایجان شرقی'],
  ['ارومیه', 'آذربایجان غربی'],
  ['خوی', 'آذربایجان غربی'],
  ['شیراز', 'فارس'],
  ['مرودشت', 'فارس'],
  ['اهواز', 'خوزستان'],
  ['دزفول', 'خوزستان'],
  ['آبادان', 'خوزستان'],
  ['رشت', 'گیلان'],
  ['لاهیجان', 'گیلان'],
  ['ساری', 'مازندران'],
  ['بابل', 'مازندران'],
  ['قائم‌شهر', 'مازندران'],
  ['گرگان', 'گلستان'],
  ['کرمان', 'کرمان'],
  ['رفسنجان', 'کرمان'],
  ['یزد', 'یزد'],
  ['قم', 'قم'],
  ['اراک', 'مرکزی'],
  ['همدان', 'همدان'],
  ['کرمانشاه', 'کرمانشاه'],
  ['سنندج', 'کردستان'],
  ['زنجان', 'زنجان'],
  ['قزوین', 'قزوین'],
  ['خرم‌آباد', 'لرستان'],
  ['بندرعباس', 'هرمزگان'],
  ['بوشهر', 'بوشهر'],
  ['زاهدان', 'سیستان و بلوچستان'],
  ['بیرجند', 'خراسان جنوبی'],
  ['بجنورد', 'خراسان شمالی'],
]
const STREETS = words(
  'آزادی انقلاب بهار گلستان بوستان فردوسی حافظ سعدی مولوی خیام رازی ابن_سینا ملاصدرا دانشگاه کارگر صنعت تلاش وحدت ولیعصر امام امیرکبیر نیلوفر یاس لاله',
)
const ACTIVITIES = [
  ['001', 'تراش‌کاری'],
  ['011', 'نانوایی'],
  ['023', 'پوشاک'],
  ['036', 'ساختمانی و پیمان‌کاری'],
  ['045', 'مکانیکی خودرو'],
  ['052', 'مواد غذایی'],
  ['068', 'چاپ و بسته‌بندی'],
  ['074', 'حمل و نقل'],
  ['081', 'خدمات رایانه‌ای'],
  ['093', 'رستوران و پذیرایی'],
  ['102', 'داروخانه'],
  ['115', 'آموزشگاه'],
  ['127', 'کاشی و سرامیک'],
  ['139', 'قطعه‌سازی'],
  ['144', 'تأسیسات'],
  ['156', 'خدمات نظافتی'],
  ['163', 'ریخته‌گری'],
  ['178', 'نساجی'],
  ['185', 'کشاورزی و دام'],
  ['199', 'مشاوره مهندسی'],
]
const WORKSHOP_WORDS = words(
  'پیشگامان آریا نوین پارس البرز سپهر آفتاب ایرانیان طلایی کوثر امید صبا نگین کیمیا زاگرس دماوند کویر خزر نوآوران رهاورد تلاش_گران سازه_گستر نیک_اندیش به_ساز',
)
const CENTRES = words(
  'درمانگاه+بهار درمانگاه+امید کلینیک+سپید بیمارستان+آفتاب مرکز+تصویربرداری+نور آزمایشگاه+کیمیا داروخانه+شفا داروخانه+نگین پلی_کلینیک+تأمین مطب+خصوصی مرکز+فیزیوتراپی+توان',
)

// ---------------------------------------------------------------- file layouts
// [name, type, flags, extra]; flags: k key, r required; extra: allowed values or {ref: file}
const RECORD_TYPES = [
  'COMPULSORY',
  'VOLUNTARY',
  'SELF_EMPLOYED',
  'STUDENT',
  'DRIVER',
  'CONSTRUCTION',
  'CARPET',
  'AGREED',
  'UNEMPLOYMENT',
  'SICKNESS',
  'MATERNITY',
  'MILITARY',
  'FRONT',
  'TRANSFER',
  'CREDITED',
  'TOPUP',
]
const RELATIONS = ['SPOUSE', 'SON', 'DAUGHTER', 'FATHER', 'MOTHER']
const REQUEST_TYPES = [
  'MARRIAGE',
  'MATERNITY',
  'ORTHO_PROSTHESIS',
  'STUDENT_CONTRACT',
  'RECORD_OBJECTION',
  'RECORD_MISSING',
  'RECORD_CERTIFICATE',
  'SALARY_CERTIFICATE',
  'DEDUCTION_CERTIFICATE',
  'RETIREMENT',
  'MILITARY_SERVICE',
  'BANK_ACCOUNT',
  'MOBILE_CHANGE',
  'DEPENDANT_ADD',
  'DEBT_OBJECTION',
  'DEBT_ARTICLE16',
]
const REQUEST_STATES = ['DRAFT', '2', '6', '9', '14', '16', '18', '19', '21', '2602', 'CANCELLED']
const STAGES = ['ASSESSED', 'OBJECTED', 'PRIMARY', 'APPEAL', 'DEFINITIVE', 'EXECUTION']
const MONTHS12 = Array.from({ length: 12 }, (_, i) => P2[i + 1])
const LAYOUT = {
  branches: [
    ['branchCode', 'branch', 'kr'],
    ['name', 'text', 'r'],
    ['kind', 'enum', 'r', ['BRANCH', 'AGENCY']],
    ['city', 'text', 'r'],
    ['province', 'text', 'r'],
    ['address', 'text'],
    ['status', 'enum', 'r', ['ACTIVE', 'INACTIVE']],
    ['parentBranchCode', 'branch', '', { ref: 'branches' }],
  ],
  institutions: [
    ['institutionCode', 'code', 'kr'],
    ['name', 'text', 'r'],
    ['kind', 'enum', 'r', ['BANK', 'BODY', 'EMBASSY', 'COURT', 'FUND']],
    ['bankCode', 'bank'],
    ['status', 'enum', 'r', ['ACTIVE', 'INACTIVE']],
  ],
  citizens: [
    ['personId', 'pid', 'kr'],
    ['firstName', 'text', 'r'],
    ['lastName', 'text', 'r'],
    ['fatherName', 'text'],
    ['sex', 'enum', 'r', ['M', 'F']],
    ['birthDate', 'date', 'r'],
    ['deathDate', 'date'],
    ['nationality', 'enum', 'r', ['IR', 'AF', 'IQ', 'PK', 'OTHER']],
    ['certificateNumber', 'code'],
    ['birthCity', 'text'],
    ['issueCity', 'text'],
    ['maritalStatus', 'enum', 'r', ['SINGLE', 'MARRIED', 'DIVORCED', 'WIDOWED']],
    ['firstMarriageDate', 'date'],
    ['mobile', 'mobile'],
    ['postalCode', 'postal'],
    ['address', 'text'],
    ['branchCode', 'branch', 'r', { ref: 'branches' }],
  ],
  insured: [
    ['insuranceNumber', 'ins', 'kr'],
    ['personId', 'pid', 'r', { ref: 'citizens' }],
    ['branchCode', 'branch', 'r', { ref: 'branches' }],
    ['insuranceType', 'enum', 'r', RECORD_TYPES.slice(0, 9)],
    ['registeredOn', 'date'],
    ['status', 'enum', 'r', ['ACTIVE', 'INACTIVE', 'RETIRED', 'DECEASED']],
    ['militaryFrom', 'date'],
    ['militaryTo', 'date'],
  ],
  dependants: [
    ['insuranceNumber', 'ins', 'kr', { ref: 'insured' }],
    ['personId', 'pid', 'kr', { ref: 'citizens' }],
    ['relation', 'enum', 'r', RELATIONS],
    ['fromDate', 'date', 'r'],
    ['toDate', 'date'],
    ['endReason', 'text'],
    ['studying', 'bool'],
    ['disabled', 'bool'],
  ],
  workshops: [
    ['workshopCode', 'wcode', 'kr'],
    ['branchCode', 'branch', 'kr', { ref: 'branches' }],
    ['contractRow', 'crow', 'k'],
    ['name', 'text', 'r'],
    ['employerKind', 'enum', 'r', ['NATURAL', 'LEGAL']],
    ['employerPersonId', 'pid', '', { ref: 'citizens' }],
    ['legalEntityId', 'legal'],
    ['activity', 'text'],
    ['address', 'text'],
    ['postalCode', 'postal'],
    ['status', 'enum', 'r', ['ACTIVE', 'SEMI_ACTIVE', 'INACTIVE']],
    ['openedOn', 'date'],
    ['closedOn', 'date'],
    ['contractNumber', 'code'],
    ['contractDate', 'date'],
    ['contractAmount', 'rial'],
  ],
  workshop_members: [
    ['workshopCode', 'wcode', 'kr', { ref: 'workshops' }],
    ['branchCode', 'branch', 'kr'],
    ['personId', 'pid', 'kr', { ref: 'citizens' }],
    ['role', 'enum', 'kr', ['OWNER', 'SIGNATORY', 'REPRESENTATIVE']],
    ['fromDate', 'date', 'r'],
    ['toDate', 'date'],
  ],
  contributions: [
    ['insuranceNumber', 'ins', 'kr', { ref: 'insured' }],
    ['year', 'year', 'kr'],
    ['workshopCode', 'wcode', 'k', { ref: 'workshops' }],
    ['branchCode', 'branch', 'kr', { ref: 'branches' }],
    ['contractRow', 'crow', 'k'],
    ['recordType', 'enum', 'kr', RECORD_TYPES],
    ...MONTHS12.map((m) => ['d' + m, 'days']),
    ...MONTHS12.map((m) => ['w' + m, 'rial']),
  ],
  pensions: [
    ['pensionNumber', 'pension', 'kr'],
    ['insuranceNumber', 'ins', 'r', { ref: 'insured' }],
    ['ownerPersonId', 'pid', 'r', { ref: 'citizens' }],
    ['branchCode', 'branch', 'r', { ref: 'branches' }],
    [
      'pensionType',
      'enum',
      'r',
      ['RETIREMENT', 'DISABILITY_TOTAL', 'DISABILITY_PARTIAL', 'SURVIVORS'],
    ],
    ['status', 'enum', 'r', ['ACTIVE', 'SUSPENDED', 'TERMINATED', 'PENDING']],
    ['establishedOn', 'date', 'r'],
    ['contributionDays', 'int'],
    ['averageWage', 'rial'],
    ['proportional', 'bool'],
    ['endedOn', 'date'],
  ],
  pension_shares: [
    ['pensionNumber', 'pension', 'kr', { ref: 'pensions' }],
    ['personId', 'pid', 'kr', { ref: 'citizens' }],
    ['relation', 'enum', 'r', ['SELF', ...RELATIONS]],
    ['shareBp', 'int', 'r'],
    ['amount', 'rial', 'r'],
    ['status', 'enum', 'r', ['ACTIVE', 'SUSPENDED', 'TERMINATED', 'PENDING']],
    ['fromDate', 'date', 'r'],
    ['toDate', 'date'],
    ['endReason', 'text'],
  ],
  decrees: [
    ['decreeNumber', 'code', 'kr'],
    ['pensionNumber', 'pension', 'r', { ref: 'pensions' }],
    ['year', 'year', 'r'],
    ['month', 'month', 'r'],
    ['kind', 'enum', 'r', ['ANNUAL', 'PROVISIONAL', 'CORRECTED', 'ESTABLISHMENT']],
    ['issuedOn', 'date', 'r'],
    ['effectiveOn', 'date', 'r'],
    ['totalBefore', 'rial', 'r'],
    ['totalAfter', 'rial', 'r'],
    ['basis', 'text'],
  ],
  decree_lines: [
    ['decreeNumber', 'code', 'kr', { ref: 'decrees' }],
    ['seq', 'int', 'kr'],
    [
      'item',
      'enum',
      'r',
      [
        'BASE',
        'ANNUAL_INCREASE',
        'EQUALIZATION',
        'MINIMUM_TOPUP',
        'FAMILY',
        'CHILD',
        'HOUSING',
        'GOODS',
        'OTHER',
      ],
    ],
    ['title', 'text', 'r'],
    ['amountBefore', 'rial', 'r'],
    ['amountAfter', 'rial', 'r'],
  ],
  payslips: [
    ['slipNumber', 'code', 'kr'],
    ['pensionNumber', 'pension', 'r', { ref: 'pensions' }],
    ['personId', 'pid', 'r', { ref: 'citizens' }],
    ['year', 'year', 'r'],
    ['month', 'month', 'r'],
    ['paymentType', 'enum', 'r', ['MONTHLY', 'EID_BONUS', 'ARREARS']],
    ['seq', 'int', 'r'],
    ['daysPaid', 'int'],
    ['bankCode', 'bank'],
    ['accountNumber', 'code'],
    ['paidOn', 'date'],
    ['totalPayments', 'rial', 'r'],
    ['totalDeductions', 'rial', 'r'],
    ['totalLoans', 'rial', 'r'],
    ['net', 'rial', 'r'],
  ],
  payslip_lines: [
    ['slipNumber', 'code', 'kr', { ref: 'payslips' }],
    ['seq', 'int', 'kr'],
    ['block', 'enum', 'r', ['PAYMENT', 'DEDUCTION', 'LOAN']],
    ['item', 'code', 'r'],
    ['title', 'text', 'r'],
    ['amount', 'rial', 'r'],
    ['remaining', 'int'],
  ],
  bank_accounts: [
    ['personId', 'pid', 'kr', { ref: 'citizens' }],
    ['bankCode', 'bank', 'kr'],
    ['accountNumber', 'code', 'kr'],
    ['iban', 'iban'],
    ['accountType', 'enum', 'r', ['QARZ', 'SAVING', 'SAVING_MOBILE', 'CURRENT', 'CURRENT_MOBILE']],
    ['openedOn', 'date'],
    ['fromDate', 'date', 'r'],
    ['toDate', 'date'],
    ['status', 'enum', 'r', ['ACTIVE', 'CLOSED', 'PENDING']],
    ['trackingCode', 'code'],
  ],
  coverage: [
    ['personId', 'pid', 'kr', { ref: 'citizens' }],
    ['insuranceNumber', 'ins', 'kr', { ref: 'insured' }],
    ['relation', 'enum', 'r', ['SELF', ...RELATIONS]],
    ['fromDate', 'date', 'kr'],
    ['toDate', 'date'],
    ['state', 'enum', 'r', ['COVERED', 'NOT_COVERED', 'PENDING']],
    ['reason', 'text'],
  ],
  prescriptions: [
    ['trackingCode', 'code', 'kr'],
    ['personId', 'pid', 'r', { ref: 'citizens' }],
    ['category', 'enum', 'r', ['DRUG', 'VISIT', 'PARACLINIC', 'MEDICAL_SERVICE', 'PHARMACY']],
    ['issuedOn', 'date', 'r'],
    ['visitTime', 'time'],
    ['doctorName', 'text'],
    ['medicalCouncilCode', 'medical'],
    ['centre', 'text'],
  ],
  debts: [
    ['debtNumber', 'code', 'kr'],
    ['branchCode', 'branch', 'kr', { ref: 'branches' }],
    ['workshopCode', 'wcode', 'r', { ref: 'workshops' }],
    ['contractRow', 'crow'],
    ['reason', 'text'],
    ['stage', 'enum', 'r', STAGES],
    ['status', 'enum', 'r', ['OPEN', 'UNDER_REVIEW', 'INSTALLMENT', 'PAID', 'CANCELLED']],
    ['fromYear', 'year'],
    ['fromMonth', 'month'],
    ['toYear', 'year'],
    ['toMonth', 'month'],
    ['amount', 'rial', 'r'],
    ['remaining', 'rial', 'r'],
    ['premium', 'rial', 'r'],
    ['unemployment', 'rial', 'r'],
    ['other', 'rial', 'r'],
    ['installmentEligible', 'bool', 'r'],
    ['installmentNumber', 'int'],
    ['calculationDate', 'date'],
    ['noticeDate', 'date'],
    ['primaryVoteNumber', 'code'],
    ['primaryVoteServedOn', 'date'],
    ['appealVoteDate', 'date'],
    ['executionNoticeDate', 'date'],
  ],
  debt_documents: [
    ['debtNumber', 'code', 'kr', { ref: 'debts' }],
    ['branchCode', 'branch', 'kr'],
    ['seq', 'int', 'kr'],
    ['documentNumber', 'code'],
    ['documentDate', 'date', 'r'],
    [
      'type',
      'enum',
      'r',
      ['CALCULATION', 'NOTICE', 'OBJECTION', 'PRIMARY_VOTE', 'APPEAL_VOTE', 'EXECUTION', 'PAYMENT'],
    ],
    ['stage', 'enum', 'r', STAGES],
    ['status', 'enum', 'r', ['ISSUED', 'SERVED', 'CANCELLED']],
    ['description', 'text'],
  ],
  requests: [
    ['trackingCode', 'code', 'kr'],
    ['personId', 'pid', 'r', { ref: 'citizens' }],
    ['role', 'enum', 'r', ['INSURED', 'EMPLOYER', 'PENSIONER']],
    ['requestType', 'enum', 'r', REQUEST_TYPES],
    ['title', 'text', 'r'],
    ['branchCode', 'branch', 'r', { ref: 'branches' }],
    ['createdOn', 'date', 'r'],
    ['status', 'enum', 'r', REQUEST_STATES],
    ['referenceCode', 'code', '', { ref: 'requests' }],
    ['pensionNumber', 'pension', '', { ref: 'pensions' }],
    ['amount', 'rial'],
    ['installmentAmount', 'rial'],
    ['installmentCount', 'int'],
    ['guaranteeAmount', 'rial'],
    ['institutionCode', 'code', '', { ref: 'institutions' }],
    ['comment', 'text'],
    ['rejectReason', 'text'],
    ['creditedOn', 'date'],
  ],
  request_events: [
    ['trackingCode', 'code', 'kr', { ref: 'requests' }],
    ['seq', 'int', 'kr'],
    ['status', 'enum', 'r', REQUEST_STATES],
    ['onDate', 'date', 'r'],
    ['atTime', 'time'],
    ['actor', 'enum', 'r', ['CITIZEN', 'CLERK', 'EXPERT', 'HEAD', 'SYSTEM']],
    ['note', 'text'],
  ],
  parameters: [
    ['code', 'code', 'kr'],
    ['value', 'text', 'r'],
    [
      'unit',
      'enum',
      'r',
      ['RIAL', 'BP', 'DAYS', 'MONTHS', 'YEARS', 'FACTOR', 'DATE', 'RATIO', 'TABLE'],
    ],
    ['validFrom', 'date', 'kr'],
    ['validTo', 'date'],
    ['source', 'text', 'r'],
    ['certainty', 'enum', 'r', ['L', 'S', 'A', 'C', 'G', 'D']],
  ],
}

// ---------------------------------------------------------------- writer
const q = (v) => (/[",\n\r]/.test(v) ? '"' + v.replace(/"/g, '""') + '"' : v)
const FA = '۰۱۲۳۴۵۶۷۸۹',
  AR = '٠١٢٣٤٥٦٧٨٩'
const digits = (v, set) => v.replace(/\d/g, (c) => set[c.charCodeAt(0) - 48])
const rejects = [] // what a correct importer must report
let rowsTotal = 0,
  bytesTotal = 0
const started = process.hrtime.bigint()
class Writer {
  constructor(name) {
    this.name = name
    this.layout = LAYOUT[name]
    this.n = this.layout.length
    this.rows = 0
    this.line = 2
    this.buf = ''
    this.hash = createHash('sha256')
    this.fd = fs.openSync(path.join(OUT, name + '.csv'), 'w')
    this.order = this.layout.map((_, i) => i)
    let header = this.layout.map((c) => c[0])
    if (DIRTY) {
      // columns by name in any order, and one that nobody knows
      for (let i = this.n - 1; i > 0; i--) {
        const j = Math.floor(drnd() * (i + 1))
        ;[this.order[i], this.order[j]] = [this.order[j], this.order[i]]
      }
      header = this.order.map((i) => this.layout[i][0]).concat('legacyFlag')
      this.faults = faultsFor(name, this.layout)
      this.next = 0
      this.kept = []
    }
    this.dropColumn = -1
    if (FAULTS === 'missing-column' && name === 'citizens') {
      this.dropColumn = 5
      this.order = this.order.filter((i) => i !== 5)
      header = this.order.map((i) => this.layout[i][0])
    }
    const bom = ['citizens', 'branches', 'requests', 'workshops', 'payslips'].includes(name)
      ? '\ufeff'
      : ''
    this.buf = bom + header.join(',') + '\r\n'
  }
  /** values in layout order, already text */
  row(v) {
    if (!DIRTY) {
      if (this.dropColumn >= 0) v = this.order.map((i) => v[i])
      this.buf += v.join(',') + '\r\n'
      this.rows++
      rowsTotal++
      if (this.buf.length > 1 << 18) this.flush()
      return
    }
    this.dirtyRow(v, RATE * 4)
    if (this.kept.length < 400) this.kept.push(v)
    // mutated copies with exactly one fault each; the true row is always there, so nothing else is lost with them
    while (this.next < this.faults.length * 40 && drnd() < RATE) if (!this.inject(v)) break
  }
  inject(v) {
    for (let tries = 0; tries < this.faults.length; tries++) {
      const f = this.faults[this.next++ % this.faults.length]
      const copy = v.slice()
      if (f.code !== 'E_DUP') freshen(this.name, copy)
      const bad = f.make(copy)
      if (!bad) continue
      f.used = true
      rejects.push([this.name + '.csv', this.line, reported(this.name, f, bad), f.code])
      this.dirtyRow(bad, 0, f.code === 'E_COLUMNS')
      return true
    }
    return false
  }
  dirtyRow(v, p, short = false) {
    const out = this.order.map((i) => {
      let x = unq(v[i])
      if (p && x !== '' && drnd() < p) x = disguise(x, this.layout[i][1])
      return q(x)
    })
    if (!short) out.push('0')
    else out.pop()
    const text = out.join(',')
    this.buf += text + '\r\n'
    this.rows++
    rowsTotal++
    this.line += 1 + (text.includes('\n') ? text.split('\n').length - 1 : 0)
    if (this.buf.length > 1 << 18) this.flush()
  }
  flush() {
    const b = Buffer.from(this.buf, 'utf8')
    this.buf = ''
    bytesTotal += b.length
    this.hash.update(b)
    fs.writeSync(this.fd, b)
  }
  close() {
    if (DIRTY) {
      // every kind of fault occurs at least once
      for (const f of this.faults)
        for (let i = 0; !f.used && i < this.kept.length; i++) {
          const copy = this.kept[i].slice()
          if (f.code !== 'E_DUP') freshen(this.name, copy)
          const bad = f.make(copy)
          if (!bad) continue
          f.used = true
          rejects.push([this.name + '.csv', this.line, reported(this.name, f, bad), f.code])
          this.dirtyRow(bad, 0, f.code === 'E_COLUMNS')
        }
      const unused = this.faults.filter((f) => !f.used).map((f) => f.column + ' ' + f.code)
      if (unused.length) console.error(this.name + ': no row fit for ' + unused.join(', '))
    }
    this.flush()
    fs.closeSync(this.fd)
    return { name: this.name + '.csv', rows: this.rows, sha256: this.hash.digest('hex') }
  }
}
const unq = (v) => (v.length > 1 && v.charCodeAt(0) === 34 ? v.slice(1, -1).replace(/""/g, '"') : v)

// ---------------------------------------------------------------- faults (dirty mode)
/** Damage that normalisation must undo. */
function disguise(x, type) {
  const k = drnd()
  switch (type) {
    case 'text': {
      if (!/[\u0600-\u06ff]/.test(x)) return x
      if (k < 0.4) return x.replace(/ی/g, 'ي').replace(/ک/g, 'ك')
      if (k < 0.55 && x.includes('\u200c')) return x.replace(/\u200c/g, '')
      if (k < 0.62) return x.replace(/\u200c/g, ' ')
      if (k < 0.7) return '\u200f' + x + '\u200e'
      if (k < 0.78) return '  ' + x.replace(/ /g, '\u00a0') + ' '
      if (k < 0.86) return x.replace('م', 'مـ')
      if (k < 0.92) return x.replace('ه', 'ة').replace('ی', 'ى')
      return x.replace(/^(.)/, '$1\u064e')
    }
    case 'pid':
      return k < 0.4
        ? digits(x, FA)
        : k < 0.7
          ? digits(x, AR)
          : k < 0.85
            ? x.slice(0, 3) + '-' + x.slice(3, 9) + '-' + x.slice(9)
            : ' ' + x + '\u200e'
    case 'ins':
      return k < 0.4 && x.length === 8 ? '00' + x : digits(x, k < 0.7 ? FA : AR)
    case 'date':
      return k < 0.5 ? x.replace(/\//g, '') : digits(x, k < 0.75 ? FA : AR)
    case 'mobile':
      return k < 0.3
        ? '+98' + x.slice(1)
        : k < 0.5
          ? '0098 ' + x.slice(1, 4) + ' ' + x.slice(4)
          : k < 0.7
            ? x.slice(1)
            : digits(x, FA)
    case 'iban':
      return k < 0.4 ? x.toLowerCase() : k < 0.8 ? x.replace(/(.{4})(?=.)/g, '$1 ') : x.slice(2)
    case 'rial':
      return k < 0.3
        ? digits(x, FA)
        : k < 0.6
          ? digits(x, AR)
          : x.replace(/\B(?=(\d{3})+(?!\d))/g, k < 0.8 ? '٬' : ',')
    case 'crow':
      return k < 0.3 ? String(+x) : digits(x, FA)
    case 'enum':
    case 'bool':
    case 'code':
    case 'medical':
      return x
    default:
      return digits(x, k < 0.5 ? FA : AR)
  }
}
const swapTail = (x) => {
  const d = x.split('')
  d[d.length - 1] = String((+d[d.length - 1] + 1) % 10)
  return d.join('')
}
const BAD_DATES = [
  '1404/12/30',
  '1405/07/31',
  '1405/13/01',
  '1405/00/10',
  '1400/12/30',
  '1402/6/32',
  'نامشخص',
  '14050231x',
]
let badDate = 0,
  freshN = 0
function faultsFor(file, layout) {
  const out = []
  const col = (name) => layout.findIndex((c) => c[0] === name)
  const add = (code, column, make) => out.push({ code, column, make, used: false })
  const put = (i, x) => (v) => {
    v[i] = q(x)
    return v
  }
  layout.forEach(([name, type, flags = '', extra], i) => {
    if (flags.includes('r')) add('E_REQUIRED', name, put(i, ''))
    const need = (f) => (v) => {
      if (v[i] === '') return null
      const x = f(v[i])
      if (x === null) return null
      v[i] = q(x)
      return v
    }
    if (type === 'pid') {
      add(
        'E_CHECKSUM',
        name,
        need((x) => (x.length === 10 ? swapTail(x) : null)),
      )
      if (flags.includes('k') && file === 'citizens') {
        add('E_CHECKSUM', name, put(i, '1111111111'))
        add('E_FORMAT', name, put(i, '123456789'))
        add('E_FORMAT', name, put(i, '001000000a'))
        add('E_FORMAT', name, put(i, '10000012345'))
        add('E_FORMAT', name, put(i, '111111111111'))
      }
      if (extra?.ref)
        add(
          'E_REF',
          name,
          need(() => ghostId()),
        )
    }
    if (type === 'ins') {
      add('E_FORMAT', name, put(i, '1234567'))
      if (extra?.ref) add('E_REF', name, put(i, '8800000001'))
    }
    if (type === 'wcode') {
      add(
        'E_FORMAT',
        name,
        need(() => '183630045'),
      )
      if (file === 'workshops') {
        add('E_FORMAT', name, put(i, '01836A0045'))
        add('E_FORMAT', name, put(i, '0000000000'))
      }
      if (extra?.ref)
        add(
          'E_REF',
          name,
          need(() => '9999999999'),
        )
    }
    if (type === 'branch') {
      add('E_FORMAT', name, put(i, '18a'))
      if (extra?.ref) add('E_REF', name, put(i, '7777'))
    }
    if (type === 'crow') {
      add('E_FORMAT', name, put(i, '1000'))
      add('E_FORMAT', name, put(i, 'A01'))
    }
    if (type === 'pension') {
      add('E_FORMAT', name, put(i, '12345'))
      if (extra?.ref) add('E_REF', name, put(i, '98765432'))
    }
    if (type === 'mobile') {
      add('E_FORMAT', name, put(i, '0912345678'))
      add('E_FORMAT', name, put(i, '08123456789'))
    }
    if (type === 'postal') {
      add('E_FORMAT', name, put(i, '161973574'))
      add('E_FORMAT', name, put(i, '1111111111'))
    }
    if (type === 'legal') {
      add('E_CHECKSUM', name, put(i, '10380284791'))
      add('E_FORMAT', name, put(i, '1038028479'))
      add('E_CHECKSUM', name, put(i, '00000000000'))
    }
    if (type === 'iban') {
      add('E_CHECKSUM', name, put(i, 'IR060130123456789012345687'))
      add('E_FORMAT', name, put(i, 'IR06013012345678901234567'))
      add('E_BANK', name, put(i, 'IR349990123456789012345678'))
    }
    if (type === 'bank') add('E_BANK', name, put(i, '999'))
    if (type === 'date')
      add('E_DATE', name, (v) => {
        v[i] = BAD_DATES[badDate++ % BAD_DATES.length]
        return v
      })
    if (type === 'rial') {
      if (!/^w(?!01)/.test(name)) {
        add('E_NEGATIVE', name, put(i, '-5000'))
        add('E_TYPE', name, put(i, '12.5'))
      }
    }
    if (type === 'int') {
      add('E_TYPE', name, put(i, 'دو'))
      add('E_NEGATIVE', name, put(i, '-1'))
    }
    if (type === 'days' && /d0[17]|d12/.test(name)) {
      add('E_DAYS', name, (v) => {
        v[i] = name === 'd01' ? '32' : '31'
        return v
      })
      add('E_TYPE', name, put(i, 'x'))
    }
    if (type === 'year') add('E_RANGE', name, put(i, '99'))
    if (type === 'month') add('E_RANGE', name, put(i, '13'))
    if (type === 'time') add('E_FORMAT', name, put(i, '25:10'))
    if (type === 'medical') add('E_FORMAT', name, put(i, '1234567'))
    if (type === 'enum') add('E_ENUM', name, put(i, 'UNKNOWN'))
    if (type === 'bool') add('E_ENUM', name, put(i, '2'))
    if (type === 'code' && extra?.ref)
      add(
        'E_REF',
        name,
        need(() => '7000000001'),
      )
  })
  const span = (a, b) =>
    add('E_RANGE', b, (v) => {
      if (v[col(a)] === '') v[col(a)] = '1400/01/01'
      v[col(b)] = '1299/01/01'
      return v
    })
  if (file === 'citizens') {
    span('birthDate', 'deathDate')
    add('E_RANGE', 'birthDate', put(col('birthDate'), dateText(AY + 1, 1, 1)))
  }
  if (file === 'insured') span('militaryFrom', 'militaryTo')
  if (
    file === 'dependants' ||
    file === 'workshop_members' ||
    file === 'bank_accounts' ||
    file === 'coverage' ||
    file === 'pension_shares'
  )
    span('fromDate', 'toDate')
  if (file === 'workshops') {
    span('openedOn', 'closedOn')
    add('E_REQUIRED', 'employerPersonId', (v) => {
      v[col('employerKind')] = 'NATURAL'
      v[col('employerPersonId')] = ''
      return v
    })
    add('E_REQUIRED', 'legalEntityId', (v) => {
      v[col('employerKind')] = 'LEGAL'
      v[col('legalEntityId')] = ''
      return v
    })
  }
  if (file === 'pensions') span('establishedOn', 'endedOn')
  if (file === 'pension_shares') add('E_RANGE', 'shareBp', put(col('shareBp'), '10001'))
  if (file === 'parameters') span('validFrom', 'validTo')
  if (file === 'payslips')
    add('E_NET', 'net', (v) => {
      v[col('net')] = String(+v[col('net')] + 1000)
      return v
    })
  if (file === 'debts') {
    add('E_SUM', 'amount', (v) => {
      v[col('amount')] = String(+v[col('amount')] + 1000)
      return v
    })
    add('E_RANGE', 'remaining', (v) => {
      v[col('remaining')] = String(+v[col('amount')] + 1)
      return v
    })
  }
  add('E_DUP', layout.find((c) => c[2]?.includes('k'))[0], (v) => v)
  add('E_COLUMNS', '', (v) => v)
  return out
}
/** A reference made of a pair is reported under its first column. */
const reported = (file, f, v) =>
  file === 'contributions' && f.code === 'E_REF' && f.column === 'branchCode' && v[2] !== ''
    ? 'workshopCode'
    : f.column
/** Gives a faulty copy a key of its own, so that its fault is the only one. */
function freshen(file, v) {
  const k = 'F' + String(++freshN).padStart(8, '0')
  if (file === 'citizens') v[0] = ghostId()
  else if (file === 'insured') v[0] = '98' + String(freshN).padStart(8, '0')
  else if (file === 'branches') v[0] = String(8000 + (freshN % 1000))
  else if (file === 'workshops') v[0] = '998' + String(freshN).padStart(7, '0')
  else if (file === 'pensions') v[0] = '97' + String(freshN).padStart(8, '0')
  else if (file === 'contributions') v[4] = String(500 + (freshN % 499))
  else if (file === 'payslips') {
    v[0] = k
    v[6] = String(10000 + freshN)
  } else if (file === 'bank_accounts') v[2] = k
  else if (file === 'coverage') v[3] = dayText(TODAY - 20000 - (freshN % 4000))
  else if (file === 'parameters') v[0] = k
  else if (file === 'decree_lines' || file === 'payslip_lines' || file === 'request_events')
    v[1] = String(100000 + freshN)
  else if (file === 'debt_documents') v[2] = String(100000 + freshN)
  else if (file === 'dependants' || file === 'pension_shares' || file === 'workshop_members') {
    /* the key is made of references */
  } else v[0] = k
}

// ---------------------------------------------------------------- branches and workshops
fs.mkdirSync(OUT, { recursive: true })
const W = Object.fromEntries(Object.keys(LAYOUT).map((name) => [name, new Writer(name)]))
const branchCount = Math.max(3, Math.min(60, 2 + Math.ceil(N / 20000)))
const BRANCH = []
for (let i = 0; i < branchCount; i++) {
  const [city, province] = CITIES[(i * 7) % CITIES.length]
  BRANCH.push({
    code: i % 3 === 1 ? String(9001 + i) : i % 3 === 2 ? '0' + String(900 + i) : String(900 + i),
    city,
    province,
  })
}
for (const [i, b] of BRANCH.entries()) {
  W.branches.row([
    b.code,
    q(`شعبه ${i < CITIES.length ? '' : 'دو '}${b.city}`),
    'BRANCH',
    b.city,
    b.province,
    q(`${b.city}، خیابان ${STREETS[i % STREETS.length]}، پلاک ${i + 1}`),
    'ACTIVE',
    '',
  ])
}
BRANCH.forEach((b, i) => {
  if (i % 2 === 0)
    W.branches.row([
      String(9501 + i),
      `کارگزاری شماره ${i + 1} ${b.city}`,
      'AGENCY',
      b.city,
      b.province,
      '',
      i % 8 === 6 ? 'INACTIVE' : 'ACTIVE',
      b.code,
    ])
})
Object.entries(BANKS).forEach(([code, name], i) =>
  W.institutions.row([
    'B' + code,
    `بانک ${name}`.replace('بانک پست بانک', 'پست بانک'),
    'BANK',
    code,
    code === '010' ? 'INACTIVE' : 'ACTIVE',
  ]),
)
;[
  'اداره ثبت احوال نمونه|BODY',
  'دادگاه خانواده نمونه|COURT',
  'شورای حل اختلاف نمونه|COURT',
  'سفارت نمونه یک|EMBASSY',
  'سفارت نمونه دو|EMBASSY',
  'صندوق بازنشستگی نمونه|FUND',
  'شهرداری نمونه|BODY',
  'دانشگاه نمونه|BODY',
  'بیمه مرکزی نمونه|BODY',
  'صندوق کارآفرینی نمونه|FUND',
  'آموزش و پرورش نمونه|BODY',
  'کمیته امداد نمونه|BODY',
].forEach((s, i) => {
  const [name, kind] = s.split('|')
  W.institutions.row(['X' + P2[i + 1], name, kind, '', 'ACTIVE'])
})

const SHOW_W = 8 // the first workshops belong to the showcase persons
const workshopCount = SHOW_W + Math.max(SHOWCASE ? 24 : 16, Math.ceil(N / 32))
const wOpened = new Uint16Array(workshopCount),
  wBranch = new Uint8Array(workshopCount),
  wAct = new Uint8Array(workshopCount)
for (let i = 0; i < workshopCount; i++) {
  activeSeed = i < SHOW_W ? 1405 : SEED
  reseed(1, i)
  wOpened[i] = i < SHOW_W + 16 ? 1345 + (i % 9) : AY - int(1, 48)
  wBranch[i] = i < SHOW_W ? 0 : int(0, branchCount - 1)
  wAct[i] = int(0, ACTIVITIES.length - 1)
}
const workshopCode = (i) => {
  // 3 branch + 3 activity + 4 file serial; the serial carries the number, the activity its overflow
  const b = i % 23 === 9 ? BRANCH[(wBranch[i] + 1) % branchCount].code : BRANCH[wBranch[i]].code // some workshops have moved
  const act = (Math.floor(i / 9000) * 20 + wAct[i] + 1) % 1000
  return (
    (b.length === 4 && b[0] === '0' ? b.slice(1) : b.slice(0, 3)) +
    String(act).padStart(3, '0') +
    String(1000 + (i % 9000)).padStart(4, '0')
  )
}
const REASONS = [
  'عدم پرداخت حق بیمه لیست',
  'حسابرسی دفاتر قانونی',
  'بازرسی از کارگاه',
  'جریمه دیرکرد',
  'جریمه تأخیر در ارسال لیست',
  'قرارداد پیمان',
  'مابه‌التفاوت دستمزد',
  'بیمه بیکاری معوق',
]
let debtSerial = 0,
  nextWorkshop = SHOW_W
const recent = [] // a short list of adults who may sign for companies

function debtRow(w, k, opt = {}) {
  const branch = BRANCH[wBranch[w]].code,
    no = String(100000000 + ++debtSerial)
  const stage = opt.stage ?? STAGES[Math.floor(rnd() * 6)]
  const young =
    stage === 'ASSESSED'
      ? int(0, 50)
      : stage === 'OBJECTED'
        ? int(20, 150)
        : stage === 'PRIMARY'
          ? int(60, 200)
          : int(150, 2200)
  const notice = opt.notice ?? TODAY - young
  const [ny, nm] = fromDay(notice)
  const to = Math.max(1345 * 12, ny * 12 + nm - 1 - int(2, 14)),
    from = Math.max(1344 * 12, to - int(0, 11))
  const base = Math.round(minMonth(Math.floor(to / 12)) * (0.3 + rnd() * 6))
  const premium = Math.round(base * 0.27),
    unemployment = Math.round(base * 0.03),
    other = chance(0.5) ? Math.round(premium * 0.02 * int(1, 20)) : 0
  const amount = premium + unemployment + other
  const status =
    opt.status ??
    (stage === 'OBJECTED'
      ? 'UNDER_REVIEW'
      : stage === 'ASSESSED' || stage === 'PRIMARY' || stage === 'APPEAL'
        ? 'OPEN'
        : pick(['OPEN', 'OPEN', 'INSTALLMENT', 'PAID', 'CANCELLED']))
  const remaining =
    status === 'PAID' || status === 'CANCELLED'
      ? 0
      : status === 'INSTALLMENT'
        ? Math.floor(amount * rnd())
        : amount
  const at = STAGES.indexOf(stage)
  const voteServed =
    opt.voteServed ??
    (at >= 2
      ? stage === 'PRIMARY'
        ? TODAY - int(0, Math.min(40, TODAY - notice))
        : Math.min(TODAY, notice + int(45, 110))
      : 0)
  const appeal = at >= 3 && stage !== 'APPEAL' ? Math.min(TODAY, voteServed + int(40, 90)) : 0,
    exec =
      stage === 'EXECUTION' ? Math.min(TODAY, (appeal || voteServed || notice) + int(20, 60)) : 0
  W.debts.row([
    no,
    branch,
    workshopCode(w),
    opt.row ?? '000',
    pick(REASONS),
    stage,
    status,
    String(Math.floor(from / 12)),
    String((from % 12) + 1),
    String(Math.floor(to / 12)),
    String((to % 12) + 1),
    String(amount),
    String(remaining),
    String(premium),
    String(unemployment),
    String(other),
    status === 'INSTALLMENT' || (at >= 4 && status !== 'CANCELLED' && chance(at === 4 ? 0.8 : 0.4))
      ? '1'
      : '0',
    status === 'INSTALLMENT' ? String(int(1, 24)) : '',
    dayText(notice - 5),
    dayText(notice),
    at >= 2 ? 'R' + no : '',
    at >= 2 ? dayText(voteServed) : '',
    appeal ? dayText(appeal) : '',
    exec ? dayText(exec) : '',
  ])
  const docs = [
    ['CALCULATION', 0, notice - 5],
    ['NOTICE', 0, notice],
  ]
  if (at >= 1) docs.push(['OBJECTION', 1, Math.min(TODAY, notice + int(1, 30))])
  if (at >= 2) docs.push(['PRIMARY_VOTE', 2, voteServed])
  if (appeal) docs.push(['APPEAL_VOTE', 3, appeal])
  if (exec) docs.push(['EXECUTION', 5, exec])
  for (let p = 0, n = status === 'PAID' || status === 'INSTALLMENT' ? int(1, 4) : 0; p < n; p++)
    docs.push([
      'PAYMENT',
      at,
      Math.min(TODAY, (exec || appeal || voteServed || notice) + 30 * p + 1),
    ])
  docs.forEach(([type, st, day], i) =>
    W.debt_documents.row([
      no,
      branch,
      String(i + 1),
      no + '-' + (i + 1),
      dayText(day),
      type,
      STAGES[st],
      type === 'CALCULATION' ? 'ISSUED' : 'SERVED',
      type === 'PAYMENT' ? q(`پرداخت مرحله ${i}, علی‌الحساب`) : '',
    ]),
  )
}
/** One workshop with its contract rows, members and debts. */
function workshop(w, who, opt = {}) {
  const owner = who.id
  const code = workshopCode(w),
    b = BRANCH[wBranch[w]],
    [, act] = ACTIVITIES[wAct[w]]
  const legal = opt.legal ?? chance(0.3),
    oy = wOpened[w],
    status = opt.status ?? (chance(0.8) ? 'ACTIVE' : chance(0.5) ? 'SEMI_ACTIVE' : 'INACTIVE')
  const name =
    opt.name ??
    (legal
      ? `شرکت ${pick(WORKSHOP_WORDS)} ${pick(WORKSHOP_WORDS)}`
      : `${act} ${pick(WORKSHOP_WORDS)}`)
  const legalId = legal ? legalIdOf('99' + String(10010000 + w)) : '',
    opened = anyDay(oy, int(1, 12)),
    closed = status === 'INACTIVE' ? dayText(TODAY - int(1, 200)) : ''
  const address = chance(0.2)
    ? q(`${b.city}, خیابان ${pick(STREETS)}, پلاک ${int(1, 400)}`)
    : `${b.city}، خیابان ${pick(STREETS)}، پلاک ${int(1, 400)}`
  const contracts =
      opt.contracts ?? (ACTIVITIES[wAct[w]][0] === '036' || chance(0.04) ? int(1, 12) : 0),
    employer = legal ? '' : owner
  const head = [code, b.code],
    postal = postalCode()
  W.workshops.row([
    ...head,
    '000',
    name,
    legal ? 'LEGAL' : 'NATURAL',
    employer,
    legalId,
    act,
    address,
    postal,
    status,
    opened,
    closed,
    '',
    '',
    '',
  ])
  for (let k = 1; k <= contracts; k++) {
    const cy = Math.max(oy, int(1395, AY))
    W.workshops.row([
      ...head,
      String(k).padStart(3, '0'),
      q(`${name} - پیمان ${k}`),
      legal ? 'LEGAL' : 'NATURAL',
      employer,
      legalId,
      'پیمان‌کاری',
      '',
      '',
      'ACTIVE',
      '',
      '',
      `P${w}-${k}`,
      cy < AY ? anyDay(cy, int(1, 12)) : anyDay(cy, int(1, Math.max(1, AM - 1))),
      String(int(5, 900) * 100000000),
    ])
  }
  const grown = Math.min(AY - 2, who.by + 20 + (w % 9)) // nobody owns a workshop as a child
  W.workshop_members.row([
    ...head,
    owner,
    legal ? 'SIGNATORY' : 'OWNER',
    oy > grown ? opened : anyDay(grown, int(1, 12)),
    closed,
  ])
  if (recent.length > 3 && chance(0.12)) {
    const other = pick(recent)
    if (other.id !== owner)
      W.workshop_members.row([
        ...head,
        other.id,
        'REPRESENTATIVE',
        anyDay(AY - 1, int(1, 12)),
        chance(0.3) ? dayText(TODAY + int(-90, 300)) : '',
      ])
  }
  const debts =
    opt.debts ??
    (chance(0.3) ? Math.min(300, Math.floor(1 + (6 * rnd() * rnd()) / (0.08 + rnd()))) : 0)
  for (let k = 0; k < debts; k++)
    debtRow(w, k, {
      row: contracts && k % 3 === 2 ? String(1 + (k % contracts)).padStart(3, '0') : '000',
    })
}
const PC1 = ['1', '3', '4', '5', '6', '7', '8', '9'],
  PC5 = ['1', '3', '4', '6', '7', '8', '9'],
  PC6 = ['0', '1', '3', '4', '5', '6', '7', '8', '9']
function postalCode() {
  let s = ''
  for (let i = 0; i < 4; i++) s += PC1[i === 1 ? int(0, 6) : int(0, 7)]
  if (s[0] === s[1] && s[1] === s[2] && s[2] === s[3])
    s = s[0] + (s[0] === '1' ? '3' : '1') + s.slice(2)
  s += pick(PC5)
  for (let i = 0; i < 5; i++) s += pick(PC6)
  return s
}

// ---------------------------------------------------------------- persons
let citizens = 0
const family = () => {
  const f = pick(FAMILY)
  return chance(0.22) ? f + ' ' + pick(NISBA) : f
}
/** Adds a citizen; returns what the other files need to know. */
function person(p) {
  const c = citizens++
  p.c = c
  p.id = p.id ?? (p.foreign ? foreignId(c) : personIdAt(c))
  const city = p.city ?? BRANCH[p.b].city
  const address =
    p.address ??
    (chance(0.75)
      ? chance(0.02)
        ? q(`${city}\nخیابان ${pick(STREETS)}, "کوی ${pick(STREETS)}"`)
        : `${city}، خیابان ${pick(STREETS)}، کوچه ${int(1, 60)}، پلاک ${int(1, 200)}`
      : '')
  W.citizens.row([
    p.id,
    p.first,
    p.last,
    p.father,
    p.sex,
    p.birth,
    p.death ?? '',
    p.foreign ? pick(['AF', 'AF', 'IQ', 'PK']) : 'IR',
    p.foreign ? '' : chance(0.6) && p.by < 1368 ? String(int(1, 99999)) : '0',
    city,
    chance(0.85) ? city : pick(CITIES)[0],
    p.marital,
    p.wed ?? '',
    p.mobile ??
      (p.death || p.age < 15
        ? ''
        : '097' + String((c * 7919 + 12345 + SEED * 31) % 100000000).padStart(8, '0')),
    address === '' ? '' : postalCode(),
    address,
    BRANCH[p.b].code,
  ])
  return p
}
function make(sex, by, b, extra = {}) {
  const bm = int(1, 12)
  let first = pick(sex === 'M' ? MALE : FEMALE)
  return {
    sex,
    by,
    b,
    first,
    father: pick(MALE),
    last: family(),
    birth: anyDay(Math.min(by, AY), by >= AY ? Math.min(bm, AM - 1 || 1) : bm),
    bm,
    age: AY - by,
    marital: 'SINGLE',
    ...extra,
  }
}
const account = (p, opt = {}) => {
  const [bank, len] = opt.refah ? ['013', 9] : pick(ACCOUNT_WHEEL)
  const no = String(9000000 + p.c + (opt.k ?? 0) * 20000000)
    .padStart(len, '0')
    .slice(-len)
  const from = TODAY - int(200, 4000),
    to = opt.closed ? dayText(TODAY - int(10, 190)) : ''
  W.bank_accounts.row([
    p.id,
    bank,
    no,
    chance(0.9) ? ibanOf(bank, no) : '',
    pick(['QARZ', 'SAVING', 'SAVING_MOBILE', 'CURRENT', 'CURRENT_MOBILE']),
    dayText(from - int(0, 900)),
    dayText(from),
    to,
    opt.closed ? 'CLOSED' : opt.pending ? 'PENDING' : 'ACTIVE',
    code10(),
  ])
  return [bank, no]
}
function accounts(p, refah) {
  if (chance(0.2)) account(p, { k: 1, closed: true })
  return account(p, { refah })
}

// ---------------------------------------------------------------- contributions
const EMPTY24 = Array(24).fill('')
/** The rows of the person at hand, one per year, workshop, contract row and type; written when the next person begins. */
const pendingRows = new Map()
function flushRows() {
  for (const v of pendingRows.values()) W.contributions.row(v)
  pendingRows.clear()
}
function rowOf(ins, year, code, branch, row, type) {
  const key = ins + year + code + row + type
  let v = pendingRows.get(key)
  if (!v) pendingRows.set(key, (v = [ins, String(year), code, branch, row, type, ...EMPTY24]))
  return v
}
/** A stretch of employment; adds to the person's monthly totals. */
function stretch(p, w, from, to, factor, type, opt = {}) {
  const code = w === null ? '' : workshopCode(w),
    branch = w === null ? BRANCH[p.b].code : BRANCH[wBranch[w]].code,
    row = opt.row ?? '000'
  for (let y = Math.floor(from / 12); y <= Math.floor(to / 12); y++) {
    const a = Math.max(from, y * 12),
      z = Math.min(to, y * 12 + 11)
    const daily = Math.min(
      7 * minDaily(y),
      Math.round(
        minDaily(y) * (opt.flat ?? Math.min(7, factor * (1 + (y - Math.floor(from / 12)) * 0.02))),
      ),
    )
    let v = null
    for (let t = a; t <= z; t++) {
      const m = (t % 12) + 1,
        full = monthLength(y, m)
      let d = full
      if ((t === from || t === to) && opt.whole === undefined && chance(0.4)) d = int(5, full)
      else if (opt.whole === undefined && chance(0.03)) d = int(10, full)
      if (opt.days) d = opt.days(y, m, full)
      if (!d) continue
      v ??= rowOf(p.ins, y, code, branch, row, type)
      const had = v[5 + m] === '' ? 0 : +v[5 + m] // two stretches may meet in one month of one row
      d = Math.min(d, full - had)
      if (d <= 0) continue
      const wage =
        type === 'MILITARY' || type === 'CREDITED' ? 0 : opt.wage ? opt.wage(y, m, d) : daily * d
      v[5 + m] = String(had + d)
      if (y >= 1386) v[17 + m] = String(wage + (had ? +v[17 + m] : 0))
      const at = t - p.t0
      if (at >= 0 && at < 700) {
        p.days[at] = Math.min(full, p.days[at] + d)
        p.wages[at] += wage
      }
    }
  }
}
const shop = (year) => {
  for (let k = 0; k < 6; k++) {
    const r = rnd(),
      w = SHOW_W + Math.floor(r * r * (workshopCount - SHOW_W))
    if (wOpened[w] < year) return w
  }
  return SHOW_W + int(0, 15)
}
function insure(p, opt = {}) {
  flushRows()
  p.ins = opt.ins ?? insuranceAt(p.c)
  p.t0 = (p.by + 14) * 12
  p.days = new Uint8Array(700)
  p.wages = new Float64Array(700)
  p.insType =
    opt.type ??
    (chance(0.78)
      ? 'COMPULSORY'
      : pick([
          'SELF_EMPLOYED',
          'VOLUNTARY',
          'DRIVER',
          'CONSTRUCTION',
          'CARPET',
          'STUDENT',
          'AGREED',
          'UNEMPLOYMENT',
        ]))
  const mil = p.sex === 'M' && p.by < 1384 && p.by > 1330 && (opt.military ?? chance(0.55)),
    mf = p.by + int(18, 21)
  const status = p.death ? 'DECEASED' : (opt.status ?? 'ACTIVE'),
    reg = opt.start ?? (p.by + int(18, 30)) * 12 + int(0, 11)
  W.insured.row([
    p.ins,
    p.id,
    BRANCH[p.b].code,
    p.insType,
    anyDay(Math.floor(reg / 12), (reg % 12) + 1),
    status,
    mil ? dateText(mf, 4, 1) : '',
    mil ? dateText(mf + 2, 1, 1) : '',
  ])
  p.start = reg
  return p
}
/** A career of the given number of months ending at or before `end`. */
function career(p, months, end, active = false) {
  let t = p.start,
    left = months,
    factor = 1 + rnd() * rnd() * 1.3
  if (chance(0.04)) factor = 4 + rnd() * 3
  while (left > 0 && t <= end) {
    const len = Math.min(left, int(3, 84), end - t + 1),
      y = Math.floor(t / 12)
    if (len <= 0) break
    const free = p.insType !== 'COMPULSORY' && chance(0.7),
      w = free ? null : shop(y)
    const kind = free ? (p.insType === 'UNEMPLOYMENT' ? 'SELF_EMPLOYED' : p.insType) : 'COMPULSORY'
    stretch(p, w, t, t + len - 1, factor, kind)
    if (!free && len > 6 && chance(0.1)) {
      const w2 = shop(y)
      if (w2 !== w)
        stretch(
          p,
          w2,
          t + int(1, 3),
          t + Math.min(len - 1, int(4, 20)),
          1 + rnd() * 0.5,
          'COMPULSORY',
        )
    } // two employers at once
    if (!free && p.sex === 'F' && len > 20 && chance(0.12)) {
      /* maternity pay stands in its own row, in a gap */ const g = t + len
      if (g + 8 <= end) {
        stretch(p, w, g, g + 8, factor, 'MATERNITY')
        t += 9
        left -= 9
      }
    }
    t += len
    left -= len
    factor = Math.min(7, factor * (1 + rnd() * 0.12))
    if (chance(0.45)) {
      const gap = int(1, 26)
      if (!free && gap > 4 && t + 3 <= end && chance(0.3) && Math.floor(t / 12) > 1370) {
        stretch(p, null, t, t + 3, 1, 'UNEMPLOYMENT', { flat: 1 })
        t += 4
      }
      t += gap
    }
  }
  if (active && t <= end) {
    // still at work when the extract was taken
    const room = Math.floor((12775 - totals(p, end + 1).days) / 30.5) // no more than 35 years in all
    const from = Math.max(t, end - Math.min(int(2, 70), room))
    if (room < 2) {
      p.lastMonth = t - 1
      return
    }
    if (p.insType === 'COMPULSORY' || chance(0.3))
      stretch(p, shop(Math.floor(from / 12)), from, end, factor, 'COMPULSORY')
    else stretch(p, null, from, end, factor, p.insType)
    t = end + 1
  }
  p.lastMonth = Math.min(t - 1, end)
}
function totals(p, before) {
  // days and the 24-month average before an absolute month
  let days = 0,
    sum = 0
  for (let i = 0; i < 700 && i + p.t0 < before; i++) {
    days += p.days[i]
    if (i + p.t0 >= before - 24) sum += p.wages[i]
  }
  return { days, average: Math.floor(sum / 24 + 0.5) }
}

// ---------------------------------------------------------------- pensions
let pensionSerial = 0
const pensionNo = () => {
  const k = ++pensionSerial
  return k % 7 === 3 ? '00' + String(90000000 + k) : String(k % 2 ? 9000000 + k : 90000000 + k)
}
const ITEM = {
  BASE: 'مستمری',
  ANNUAL_INCREASE: 'افزایش سالانه',
  EQUALIZATION: 'متناسب‌سازی',
  MINIMUM_TOPUP: 'حداقل‌سازی',
  FAMILY: 'کمک‌هزینه عائله‌مندی',
  CHILD: 'حق اولاد',
  HOUSING: 'کمک‌هزینه مسکن',
  GOODS: 'کمک معیشت (بن)',
  OTHER: 'سایر',
}
/** One file: decrees of the last years, shares, slips. heirs: [person, relation, bp] */
function pension(owner, kind, established, average, days, heirs, opt = {}) {
  const no = opt.no ?? pensionNo(),
    ey = established[0],
    proportional = opt.proportional ? 1 : 0
  const status = opt.status ?? (chance(0.95) ? 'ACTIVE' : chance(0.5) ? 'SUSPENDED' : 'TERMINATED')
  const ended = status === 'TERMINATED' ? dayText(TODAY - int(30, 400)) : ''
  W.pensions.row([
    no,
    owner.ins,
    owner.id,
    BRANCH[owner.b].code,
    kind,
    status,
    dateText(...established),
    String(days),
    String(average),
    String(proportional),
    ended,
  ])
  // yearly course of the pension, rial per month; only the newest years leave decrees
  const years = Math.min(days / 365, 35),
    first = Math.round((average * Math.max(years, 0.1)) / 30)
  let base = first,
    rise = 0,
    equal = 0
  const married = heirs.length === 1 && heirs[0][0].marital === 'MARRIED',
    kids = opt.kids ?? 0
  const linesAt = (y) => {
    const out = [
      ['BASE', base],
      ['ANNUAL_INCREASE', rise],
      ['EQUALIZATION', equal],
    ]
    const gap = minMonth(y) - base - rise - equal
    if (!proportional && gap > 0) out.push(['MINIMUM_TOPUP', gap])
    if (married) out.push(['FAMILY', Math.round(minMonth(y) * 0.05)])
    if (kids) out.push(['CHILD', kids * 3 * minDaily(y)])
    out.push(['HOUSING', Math.round(minMonth(y) * 0.03)], ['GOODS', Math.round(minMonth(y) * 0.06)])
    return out
  }
  const before = new Map()
  let now = []
  for (let y = ey; y <= AY; y++) {
    if (y > ey) {
      const grow = minDaily(y) / minDaily(y - 1) - 1
      base = base + rise
      rise =
        base <= minMonth(y - 1) || proportional
          ? Math.round(base * grow)
          : Math.round(base * grow * 0.8 + minMonth(y - 1) * grow * 0.2)
      if (y >= 1403) equal += Math.round(base * 0.03)
    }
    now = linesAt(y)
    if (y > ey && y > AY - (opt.decreeYears ?? 2)) {
      // the Cabinet's act may come late: a provisional decree, then a corrected one
      const twice = y === 1404 && !opt.oneDecree && no.charCodeAt(no.length - 1) % 3 === 0
      for (const dk of twice ? ['PROVISIONAL', 'CORRECTED'] : ['ANNUAL']) {
        const number = `${y}-${no}-${dk === 'CORRECTED' ? 2 : 1}`
        const rows = now.map(([k, a]) => [
          k,
          before.get(k) ?? 0,
          dk === 'PROVISIONAL' ? (k === 'EQUALIZATION' ? (before.get(k) ?? 0) : a) : a,
        ])
        W.decrees.row([
          number,
          no,
          String(y),
          dk === 'CORRECTED' ? '6' : '1',
          dk,
          dk === 'CORRECTED' ? dateText(y, 6, 20) : anyDay(y, 1),
          dateText(y, 1, 1),
          String(rows.reduce((s, r) => s + r[1], 0)),
          String(rows.reduce((s, r) => s + r[2], 0)),
          'مواد ۹۶ و ۱۱۱ قانون تأمین اجتماعی',
        ])
        rows.forEach(([k, a, b], i) =>
          W.decree_lines.row([number, String(i + 1), k, ITEM[k], String(a), String(b)]),
        )
      }
    }
    before.clear()
    for (const [k, a] of now) before.set(k, a)
  }
  const months = Math.min(opt.slips ?? int(3, 8), AY * 12 + AM - 1 - (ey * 12 + established[1] - 1))
  for (const [p, relation, bp, more = {}] of heirs) {
    const part = now.map(([k, a]) => [k, Math.floor((a * bp) / 10000)]),
      gross = part.reduce((s, x) => s + x[1], 0)
    const st = more.status ?? status
    W.pension_shares.row([
      no,
      p.id,
      relation,
      String(bp),
      String(gross),
      st,
      dateText(...established),
      more.to ?? (st === 'TERMINATED' ? ended || dayText(TODAY - 60) : ''),
      more.reason ?? '',
    ])
    if (bp === 0 || (st !== 'ACTIVE' && status === 'ACTIVE') || (p.death && relation !== 'SELF'))
      continue
    const [bank, acc] = p.acc ?? (p.acc = accounts(p, true))
    const loans =
        more.loans ??
        (chance(0.35)
          ? Array.from({ length: int(1, 2) }, () => [int(5, 60) * 500000, int(3, 60)])
          : []),
      extra = chance(0.6) ? int(30, 90) * 100000 : 0
    const kanoon = relation === 'SELF' ? 450000 : 0
    const slip = (t, type, seq, pays, cut) => {
      const n = code10(),
        y = Math.floor(t / 12),
        m = (t % 12) + 1
      let tp = 0,
        td = 0,
        tl = 0,
        i = 0
      const out = []
      for (const [k, a] of pays)
        if (a > 0) {
          tp += a
          out.push(['PAYMENT', k, ITEM[k] ?? (k === 'EID' ? 'عیدی' : 'معوقه'), a, ''])
        }
      if (cut) {
        if (extra && tp - td - tl - extra > 0) {
          td += extra
          out.push(['DEDUCTION', 'SUPPLEMENTARY', 'حق بیمه درمان تکمیلی', extra, ''])
        }
        if (kanoon) {
          td += kanoon
          out.push(['DEDUCTION', 'KANOON', 'کانون بازنشستگان', kanoon, ''])
        }
        for (const [a, left] of loans) {
          const still = left + (NOW - t)
          if (tp - td - tl - a >= 0) {
            tl += a
            out.push(['LOAN', 'LOAN', 'قسط وام بانک رفاه کارگران', a, String(still)])
          }
        }
      }
      W.payslips.row([
        n,
        no,
        p.id,
        String(y),
        String(m),
        type,
        String(seq),
        String(type === 'MONTHLY' ? monthLength(y, m) : 0),
        bank,
        acc,
        dateText(y, m, 20 + (p.c % 9)),
        String(tp),
        String(td),
        String(tl),
        String(tp - td - tl),
      ])
      for (const l of out)
        W.payslip_lines.row([n, String(++i), l[0], l[1], l[2], String(l[3]), l[4]])
    }
    for (let k = months; k >= 1; k--) {
      const t = NOW - k + 1
      if (Math.floor(t / 12) !== AY && part.length)
        slip(
          t,
          'MONTHLY',
          1,
          part.map(([n, a]) => [n, Math.floor((a * minDaily(Math.floor(t / 12))) / minDaily(AY))]),
          true,
        )
      else slip(t, 'MONTHLY', 1, part, true)
    }
    if (months >= 8 || opt.eid) slip((AY - 1) * 12 + 10, 'EID_BONUS', 1, [['EID', 30000000]], false)
    if (opt.arrears || (months >= 6 && chance(0.15)))
      slip(AY * 12 + 2, 'ARREARS', 1, [['ARREARS', Math.floor(gross * 0.4)]], false)
  }
  return no
}

// ---------------------------------------------------------------- coverage, prescriptions, requests
/** Entitlement to treatment. A spell that has ended is followed by an open one that says why. */
function cover(p, ins, relation, from, to, state = 'COVERED', reason = '') {
  if (state !== 'NOT_COVERED' || !to || to < from) {
    W.coverage.row([p.id, ins, relation, from, state === 'NOT_COVERED' ? '' : to, state, reason])
    return
  }
  W.coverage.row([p.id, ins, relation, from, to, 'COVERED', ''])
  W.coverage.row([
    p.id,
    ins,
    relation,
    dayText(dayNumber(...to.split('/').map(Number)) + 1),
    '',
    'NOT_COVERED',
    reason,
  ])
}
const DOCTOR_KIND = ['DRUG', 'VISIT', 'PARACLINIC', 'MEDICAL_SERVICE', 'PHARMACY']
function prescriptions(p, n) {
  for (let k = 0; k < n; k++) {
    const cat = chance(0.4) ? 'DRUG' : pick(DOCTOR_KIND),
      day = TODAY - int(0, 720)
    W.prescriptions.row([
      code10(),
      p.id,
      cat,
      dayText(day),
      cat === 'PHARMACY' && chance(0.5) ? '' : P2[int(7, 21)] + ':' + P2[int(0, 59)],
      'دکتر ' + pick(chance(0.5) ? MALE : FEMALE) + ' ' + family(),
      '9' + String(int(10000, 99999)),
      pick(CENTRES),
    ])
  }
}
const TITLES = {
  MARRIAGE: 'درخواست هزینه ازدواج',
  MATERNITY: 'کمک‌هزینه دوران بارداری',
  ORTHO_PROSTHESIS: 'کمک‌هزینه اروتز و پروتز',
  STUDENT_CONTRACT: 'انعقاد قرارداد دانشجویی',
  RECORD_OBJECTION: 'اعتراض به سوابق موجود',
  RECORD_MISSING: 'اعتراض سابقه ناموجود',
  RECORD_CERTIFICATE: 'اعلام سابقه',
  SALARY_CERTIFICATE: 'صدور گواهی حقوق',
  DEDUCTION_CERTIFICATE: 'گواهی کسر اقساط',
  RETIREMENT: 'درخواست بازنشستگی',
  MILITARY_SERVICE: 'احتساب سابقه خدمت سربازی',
  BANK_ACCOUNT: 'ثبت حساب بانکی',
  MOBILE_CHANGE: 'تغییر تلفن همراه',
  DEPENDANT_ADD: 'ثبت افراد تبعی',
  DEBT_OBJECTION: 'اعتراض به بدهی',
  DEBT_ARTICLE16: 'رسیدگی به بدهی ماده ۱۶',
}
const PATHS = {
  DRAFT: ['DRAFT'],
  2: ['DRAFT', '2'],
  6: ['DRAFT', '2', '6'],
  9: ['DRAFT', '2', '9'],
  14: ['DRAFT', '2', '9', '14'],
  21: ['DRAFT', '2', '9', '21'],
  16: ['DRAFT', '2', '9', '16'],
  18: ['DRAFT', '2', '9', '16', '18'],
  19: ['DRAFT', '2', '9', '19'],
  2602: ['DRAFT', '2', '9', '16', '2602'],
  CANCELLED: ['DRAFT', '2', '9', 'CANCELLED'],
}
const DETOUR = ['DRAFT', '2', '6', '2', '9', '21', '9', '14', '9', '16', '18']
const ACTOR = {
  DRAFT: 'CITIZEN',
  2: 'SYSTEM',
  6: 'SYSTEM',
  9: 'SYSTEM',
  14: 'EXPERT',
  16: 'EXPERT',
  18: 'HEAD',
  19: 'EXPERT',
  21: 'EXPERT',
  2602: 'HEAD',
  CANCELLED: 'CITIZEN',
}
const NOTE = {
  6: 'شماره حساب بانکی ثبت نشده است',
  14: 'آدرس محل سکونت تکمیل شود',
  19: 'شرایط احراز نشد',
  21: q('تصویر سند خوانا نیست، صفحه ۲ دوباره بارگذاری شود, لطفاً'),
  2602: 'پذیرفته شد',
  CANCELLED: 'انصراف متقاضی',
}
function request(p, type, state, role, opt = {}) {
  const n = code10(),
    path = state === '18' && chance(0.2) ? DETOUR : PATHS[state]
  const final = ['18', '19', '2602', 'CANCELLED'].includes(state),
    created = TODAY - (opt.ago ?? (final ? int(20, 900) : int(0, 60)))
  const [bank] = [opt.institution ?? '']
  W.requests.row([
    n,
    p.id,
    role,
    type,
    TITLES[type],
    BRANCH[p.b].code,
    dayText(created),
    state,
    opt.reference ?? '',
    opt.pension ?? '',
    opt.amount ?? '',
    opt.instalment ?? '',
    opt.count ?? '',
    opt.guarantee ?? '',
    bank,
    opt.comment ?? '',
    state === '19' ? NOTE[19] : '',
    state === '18' && opt.amount ? dayText(Math.min(TODAY, created + 30)) : '',
  ])
  let day = created
  path.forEach((s, i) => {
    W.request_events.row([
      n,
      String(i + 1),
      s,
      dayText(day),
      P2[int(7, 15)] + ':' + P2[int(0, 59)],
      s === 'DRAFT' && chance(0.3) ? 'CLERK' : ACTOR[s],
      NOTE[s] ?? '',
    ])
    day = Math.min(TODAY, day + int(0, 6))
  })
  return n
}
const STATE_WHEEL = [
  '18',
  '18',
  '18',
  '18',
  '19',
  '9',
  '9',
  '14',
  '21',
  '16',
  '2',
  '6',
  'DRAFT',
  'CANCELLED',
]
function requests(p, roles) {
  const done = new Set()
  for (let k = 0, n = chance(0.5) ? int(1, 3) : 0; k < n; k++) {
    const role = pick(roles)
    let type =
      role === 'INSURED'
        ? pick(
            p.sex === 'F'
              ? REQUEST_TYPES.slice(0, 7).concat(
                  'RETIREMENT',
                  'BANK_ACCOUNT',
                  'MOBILE_CHANGE',
                  'DEPENDANT_ADD',
                )
              : [
                  'MARRIAGE',
                  'ORTHO_PROSTHESIS',
                  'STUDENT_CONTRACT',
                  'RECORD_OBJECTION',
                  'RECORD_MISSING',
                  'RECORD_CERTIFICATE',
                  'RETIREMENT',
                  'MILITARY_SERVICE',
                  'BANK_ACCOUNT',
                  'MOBILE_CHANGE',
                  'DEPENDANT_ADD',
                ],
          )
        : role === 'PENSIONER'
          ? pick([
              'SALARY_CERTIFICATE',
              'DEDUCTION_CERTIFICATE',
              'ORTHO_PROSTHESIS',
              'BANK_ACCOUNT',
              'MOBILE_CHANGE',
            ])
          : pick(['DEBT_OBJECTION', 'DEBT_ARTICLE16'])
    if (
      (p.age > 44 &&
        (type === 'MARRIAGE' || type === 'MATERNITY' || type === 'STUDENT_CONTRACT')) ||
      (p.age < 46 && type === 'RETIREMENT')
    )
      type = 'RECORD_CERTIFICATE'
    if (done.has(type) || (type === 'RECORD_MISSING' && roles.includes('PENSIONER'))) continue
    done.add(type)
    const state =
        type === 'DEBT_ARTICLE16' && chance(0.4)
          ? '2602'
          : type.endsWith('CERTIFICATE')
            ? '18'
            : pick(STATE_WHEEL),
      opt = {}
    if (type === 'DEDUCTION_CERTIFICATE') {
      const a = int(1, 60) * 500000,
        c = int(12, 120)
      Object.assign(opt, {
        instalment: String(a),
        count: String(c),
        guarantee: String(a * c + (chance(0.3) ? 5000000 : 0)),
        institution: 'B' + pick(['013', '017', '012', '018']),
        pension: p.pensionNo ?? '',
      })
    }
    if (type === 'SALARY_CERTIFICATE')
      Object.assign(opt, {
        institution: pick(['B013', 'B017', 'X04', 'X02']),
        pension: p.pensionNo ?? '',
      })
    if (['MARRIAGE', 'MATERNITY', 'ORTHO_PROSTHESIS'].includes(type) && state === '18')
      opt.amount = String(int(35, 900) * 1000000)
    const made = request(p, type, state, role, opt)
    if (state === '19' && type === 'RECORD_OBJECTION')
      request(p, type, pick(['9', '18']), role, {
        reference: made,
        comment: 'اعتراض دوباره با مدرک تازه',
        ago: int(0, 15),
      })
  }
}

// ---------------------------------------------------------------- households
const roleOwner = (p, roles) => {
  if (nextWorkshop >= workshopCount) return
  const n = chance(0.9) ? 1 : int(2, 5)
  for (let k = 0; k < n && nextWorkshop < workshopCount; k++) workshop(nextWorkshop++, p)
  roles.push('EMPLOYER')
}
function dependant(main, p, relation, opt = {}) {
  const from =
    opt.from ??
    (relation === 'SPOUSE'
      ? p.wed || dateText(main.by + 25, 1, 1)
      : relation === 'SON' || relation === 'DAUGHTER'
        ? p.birth
        : dateText(AY - 4, 1, 1))
  W.dependants.row([
    main.ins,
    p.id,
    relation,
    from,
    opt.to ?? '',
    opt.reason ?? '',
    opt.studying ? '1' : '0',
    opt.disabled ? '1' : '0',
  ])
  const lost = !opt.to && main.covered === false // the main insured has lost cover, and with him the family
  cover(
    p,
    main.ins,
    relation,
    from,
    opt.to ?? (lost ? main.coverEnd : (opt.until ?? '')),
    opt.to || lost ? 'NOT_COVERED' : 'COVERED',
    opt.reason ?? (lost ? 'قطع پوشش بیمه‌شده اصلی' : ''),
  )
}
function kidsOf(main, spouse, last, father, n, first) {
  const out = []
  for (let k = 0; k < n; k++) {
    const by = Math.min(AY - 1, first + k * 3 + int(0, 2)),
      sex = chance(0.51) ? 'M' : 'F',
      kid = make(sex, by, main.b, { last, father })
    if (sex === 'F' && kid.age > 24 && chance(0.5)) kid.marital = 'MARRIED'
    person(kid)
    out.push(kid)
  }
  return out
}
const limitDate = (p, years) => dayText(dayNumber(...splitAdd(p.birth, years)))
const splitAdd = (text, years) => {
  const [y, m, d] = text.split('/').map(Number)
  return [y + years, m, Math.min(d, monthLength(y + years, m))]
}
function addKids(main, kids) {
  for (const kid of kids) {
    const son = kid.sex === 'M',
      day = dayNumber(...splitAdd(kid.birth, 20))
    if (son && kid.age >= 20) {
      const st = chance(0.3) && kid.age < 26,
        dis = !st && chance(0.05)
      dependant(
        main,
        kid,
        'SON',
        st
          ? { studying: true, until: dateText(AY + 1, 6, 31) }
          : dis
            ? { disabled: true }
            : { to: dayText(Math.min(TODAY - 1, day)), reason: 'پایان سن مجاز' },
      )
    } else if (!son && kid.marital === 'MARRIED')
      dependant(main, kid, 'DAUGHTER', {
        to: dayText(
          TODAY - int(5, 1500) > dayNumber(...splitAdd(kid.birth, 15))
            ? TODAY - int(5, 400)
            : TODAY - 1,
        ),
        reason: 'ازدواج',
      })
    else dependant(main, kid, son ? 'SON' : 'DAUGHTER', son ? { until: dayText(day - 1) } : {})
    if (chance(0.3)) prescriptions(kid, int(1, 4))
  }
}
function household(h) {
  reseed(2, h)
  const b = int(0, branchCount - 1),
    kind = rnd()
  if (kind < 0.05) {
    survivors(b)
    return
  }
  const retired = kind < 0.25,
    female = chance(retired ? 0.18 : 0.24)
  const by = retired ? AY - int(52, 84) : AY - int(20, 59)
  const foreign = !retired && chance(0.02)
  const marriedP = AY - by > 24 ? 0.8 : 0.2,
    married = chance(marriedP),
    wedYear = Math.min(AY - 1, by + int(20, 32))
  const p = make(female ? 'F' : 'M', by, b, {
    marital: married ? 'MARRIED' : chance(0.06) ? 'DIVORCED' : 'SINGLE',
    foreign,
  })
  const seyyed = chance(0.05)
  if (seyyed) p.first = (female ? 'سیده ' : 'سید ') + p.first
  if (married) p.wed = anyDay(wedYear, int(1, 12))
  person(p)
  let s = null
  if (married) {
    s = make(female ? 'M' : 'F', by + int(-2, female ? 1 : 7), b, {
      marital: 'MARRIED',
      wed: p.wed,
    })
    if (s.by > AY - 16) s.by = AY - 16
    s.age = AY - s.by
    person(s)
  }
  const father = female ? (s ? s.first : p.father) : p.first,
    last = female ? (s ? s.last : p.last) : p.last
  const nKids = married ? [0, 1, 1, 2, 2, 2, 3, 3, 4][int(0, 8)] : 0
  const kids = nKids ? kidsOf(p, s, last, father, nKids, wedYear + 1) : []
  const roles = ['INSURED']
  if (retired) {
    const age = AY - by,
      est = Math.max(1372, Math.min(AY - 1, by + int(50, 62)) - (age > 75 ? 3 : 0)),
      prop = chance(0.12),
      disabled = !prop && chance(0.08)
    const monthsWanted = prop ? int(122, 230) : int(245, 415),
      end = est * 12 + int(0, 10)
    insure(p, {
      type: chance(0.85) ? 'COMPULSORY' : 'SELF_EMPLOYED',
      status: 'RETIRED',
      start: Math.max((by + 16) * 12, end - Math.round(monthsWanted * 1.15) - int(0, 20)),
    })
    career(p, monthsWanted, end - 1)
    const tt = totals(p, end),
      days = Math.max(tt.days, 3650)
    p.covered = true
    p.pensionNo = pension(
      p,
      disabled ? pick(['DISABILITY_TOTAL', 'DISABILITY_PARTIAL']) : 'RETIREMENT',
      [Math.floor(end / 12), (end % 12) + 1, 1],
      tt.average || minMonth(est),
      days,
      [[p, 'SELF', 10000]],
      { proportional: days < 7300, kids: kids.filter((k) => k.age < 18).length },
    )
    cover(p, p.ins, 'SELF', dateText(Math.floor(end / 12), (end % 12) + 1, 1), '')
    roles.push('PENSIONER')
    if (chance(0.07)) roleOwner(p, roles)
    recent.push({ id: p.id, by: p.by })
  } else {
    const age = AY - by,
      maxMonths = Math.max(0, Math.min(420, (age - 18) * 12)),
      m = Math.floor(maxMonths * Math.min(1, 0.15 + rnd()))
    insure(p, {
      start: Math.min(
        NOW - 3,
        Math.max((by + 15) * 12, LAST_LIST - Math.round(m * (1.05 + rnd() * 0.5))),
      ),
    })
    career(p, m, LAST_LIST, chance(0.74))
    const live = p.lastMonth >= LAST_LIST - 3
    p.covered = live
    p.coverEnd = live
      ? ''
      : dayText(
          Math.min(
            TODAY - 1,
            dayNumber(Math.floor(p.lastMonth / 12), (p.lastMonth % 12) + 1, 28) + 60,
          ),
        )
    cover(
      p,
      p.ins,
      'SELF',
      dateText(Math.floor(p.start / 12), (p.start % 12) + 1, 1),
      p.coverEnd,
      live ? (chance(0.02) ? 'PENDING' : 'COVERED') : 'NOT_COVERED',
      live ? '' : 'پایان مهلت استفاده پس از قطع پرداخت حق بیمه',
    )
    if (chance(0.6)) p.acc = accounts(p, false)
    if (chance(0.075)) roleOwner(p, roles)
    if (age > 24) recent.push({ id: p.id, by: p.by })
    // a small share also draws a partial disability pension and keeps working
    if (age > 40 && m > 130 && chance(0.01)) {
      p.pensionNo = pension(
        p,
        'DISABILITY_PARTIAL',
        [AY - 3, 2, 1],
        minMonth(AY - 3),
        3700,
        [[p, 'SELF', 10000]],
        { status: 'ACTIVE' },
      )
      roles.push('PENSIONER')
      if (chance(0.3) && roles.length === 2) roleOwner(p, roles)
    }
  }
  if (recent.length > 128) recent.splice(0, 64)
  if (s) {
    if (s.sex === 'F' && chance(0.78)) dependant(p, s, 'SPOUSE')
    else if (s.age > 20) {
      insure(s, { start: Math.min(NOW - 3, (s.by + 20) * 12 + int(0, 30)) })
      const mm = Math.floor(Math.max(0, Math.min(360, (s.age - 20) * 12)) * rnd())
      career(s, mm, LAST_LIST, chance(0.6))
      const live = s.lastMonth >= LAST_LIST - 3
      cover(
        s,
        s.ins,
        'SELF',
        dateText(Math.floor(s.start / 12), (s.start % 12) + 1, 1),
        live ? '' : dayText(TODAY - 40),
        live ? 'COVERED' : 'NOT_COVERED',
        live ? '' : 'قطع پرداخت حق بیمه',
      )
      requests(s, ['INSURED'])
    }
    if (chance(0.4)) prescriptions(s, int(1, 6))
  }
  addKids(p, kids)
  if (chance(0.03)) {
    const mother = make('F', by - int(20, 28), b, { marital: 'WIDOWED' })
    if (mother.by > 1305 && AY - mother.by >= 55) {
      person(mother)
      dependant(p, mother, 'MOTHER')
    }
  }
  if (chance(0.5)) prescriptions(p, int(1, 9))
  requests(p, roles)
}
/** A deceased insured person, the widow or widower and the children who share the pension. */
function survivors(b) {
  const by = AY - int(45, 88),
    female = chance(0.12),
    dy = int(Math.max(1375, by + 38), AY - 1),
    dm = int(1, 12)
  const dead = make(female ? 'F' : 'M', by, b, { marital: 'MARRIED', wed: anyDay(by + 24, 3) })
  dead.death = anyDay(dy, dm)
  person(dead)
  insure(dead, { start: (by + 19) * 12, military: false })
  career(dead, int(60, 380), dy * 12 + dm - 2)
  const mate = make(female ? 'M' : 'F', by + int(0, 8), b, { marital: 'WIDOWED', wed: dead.wed })
  person(mate)
  const kids = kidsOf(
    dead,
    mate,
    female ? mate.last : dead.last,
    female ? mate.first : dead.first,
    int(0, 4),
    by + 26,
  )
  const heirs = [[mate, 'SPOUSE', 5000]]
  for (const k of kids) {
    const ok = k.sex === 'F' ? k.marital !== 'MARRIED' : k.age < 20
    heirs.push([
      k,
      k.sex === 'F' ? 'DAUGHTER' : 'SON',
      ok ? 2500 : 0,
      ok
        ? {}
        : {
            status: 'TERMINATED',
            reason: k.sex === 'F' ? 'ازدواج' : 'پایان سن مجاز',
            to: dayText(Math.max(TODAY - int(30, 500), dayNumber(dy, dm, 2))),
          },
    ])
  }
  scaleShares(heirs)
  const tt = totals(dead, dy * 12 + dm - 1)
  const no = pension(
    dead,
    'SURVIVORS',
    [dy, dm, 1],
    tt.average || minMonth(dy),
    Math.max(tt.days, 1000),
    heirs.filter((x) => x[2] > 0 || x[3]?.status),
  )
  for (const [p, relation, bp] of heirs) {
    if (bp > 0) {
      cover(
        p,
        dead.ins,
        relation,
        dateText(dy, dm, 1),
        relation === 'SON' ? dayText(dayNumber(...splitAdd(p.birth, 20)) - 1) : '',
      )
      p.pensionNo = no
      if (p.age > 22) requests(p, ['PENSIONER'])
    } else cover(p, dead.ins, relation, p.birth, dayText(TODAY - 30), 'NOT_COVERED', 'قطع سهم')
    if (chance(0.4)) prescriptions(p, int(1, 6))
  }
}
/** Shares never pass the whole: they are cut in proportion, the remainder going to the first. */
function scaleShares(heirs) {
  const sum = heirs.reduce((s, x) => s + x[2], 0)
  if (sum <= 10000) return
  let left = 10000
  for (const x of heirs) {
    x[2] = Math.floor((x[2] * 10000) / sum)
    left -= x[2]
  }
  heirs[0][2] += left
}

// ---------------------------------------------------------------- parameters
{
  const row = (code, value, unit, from, to, source, certainty) =>
    W.parameters.row([code, String(value), unit, from, to, q(source), certainty])
  for (let y = 1370; y <= AY; y++) {
    const end = dateText(y, 12, monthLength(y, 12)),
      known = { 1400: 'G', 1401: 'S', 1402: 'G', 1403: 'S', 1404: 'S', 1405: 'S' }[y] ?? 'G'
    row(
      'MIN_DAILY_WAGE',
      minDaily(y),
      'RIAL',
      dateText(y, 1, 1),
      end,
      y < 1400 ? 'تقریبی، فقط برای داده نمونه' : 'شورای عالی کار',
      known,
    )
  }
  const yearly = {
    HOUSING_ALLOWANCE: {
      1400: 4500000,
      1401: 6500000,
      1402: 9000000,
      1403: 9000000,
      1404: 9000000,
      1405: 30000000,
    },
    GOODS_ALLOWANCE: {
      1400: 6000000,
      1401: 8500000,
      1402: 11000000,
      1403: 14000000,
      1404: 22000000,
      1405: 22000000,
    },
    MARRIAGE_ALLOWANCE_WAGE: { 1403: 5000000, 1404: 5000000, 1405: 5000000 },
    CHILD_ALLOWANCE_WAGE: { 1403: 7166184, 1404: 10390968, 1405: 16625550 },
  }
  for (const [code, values] of Object.entries(yearly))
    for (const [y, v] of Object.entries(values))
      if (+y <= AY)
        row(
          code,
          v,
          'RIAL',
          dateText(+y, 1, 1),
          dateText(+y, 12, monthLength(+y, 12)),
          'شورای عالی کار',
          +y === 1400 || +y === 1402 ? 'G' : 'S',
        )
  const standing = [
    ['WAGE_CEILING_FACTOR', 7, 'FACTOR', 'S'],
    ['PREMIUM_INSURED', 700, 'BP', 'S'],
    ['PREMIUM_EMPLOYER', 2000, 'BP', 'S'],
    ['PREMIUM_UNEMPLOYMENT', 300, 'BP', 'S'],
    ['PREMIUM_STATE', 300, 'BP', 'G'],
    ['PREMIUM_HARD_JOB', 400, 'BP', 'G'],
    ['STUDENT_RATE_LOW', 1200, 'BP', 'S'],
    ['STUDENT_RATE_MIDDLE', 1400, 'BP', 'G'],
    ['STUDENT_RATE_HIGH', 1800, 'BP', 'G'],
    ['STUDENT_RATE_STATE', 200, 'BP', 'S'],
    ['SELF_EMPLOYED_PAY_MONTHS', 2, 'MONTHS', 'S'],
    ['PENSION_ACCRUAL_YEARS', 30, 'YEARS', 'L'],
    ['PENSION_MAX_YEARS', 35, 'YEARS', 'L'],
    ['PENSION_AVERAGE_MONTHS', 24, 'MONTHS', 'L'],
    ['PENSION_ROUNDING_STEP', 1, 'RIAL', 'D'],
    ['MATERNITY_RATE', '2/3', 'RATIO', 'L'],
    ['MATERNITY_AVERAGE_DAYS', 90, 'DAYS', 'L'],
    ['MATERNITY_RECORD_DAYS', 60, 'DAYS', 'L'],
    ['MATERNITY_LEAVE_DAYS', 270, 'DAYS', 'G'],
    ['MATERNITY_START_BEFORE_BIRTH_MAX_DAYS', 63, 'DAYS', 'A'],
    ['MARRIAGE_RECORD_DAYS', 720, 'DAYS', 'L'],
    ['MARRIAGE_RECORD_YEARS', 5, 'YEARS', 'L'],
    ['MARRIAGE_AVERAGE_MONTHS', 24, 'MONTHS', 'L'],
    ['MILITARY_RATE', 3000, 'BP', 'S'],
    ['MILITARY_INSURED_SHARE', '7/30', 'RATIO', 'S'],
    ['MILITARY_MAX_INSTALMENTS', 12, 'FACTOR', 'S'],
    ['OBJECTION_DAYS_ASSESSMENT', 30, 'DAYS', 'S'],
    ['OBJECTION_DAYS_PRIMARY', 20, 'DAYS', 'G'],
    ['SHARE_SPOUSE', 5000, 'BP', 'G'],
    ['SHARE_CHILD', 2500, 'BP', 'G'],
    ['SHARE_CHILD_ORPHAN', 5000, 'BP', 'G'],
    ['SHARE_PARENT', 2000, 'BP', 'G'],
    ['PRESCRIPTION_VALID_DAYS', 60, 'DAYS', 'S'],
    ['SON_COVER_AGE', 20, 'YEARS', 'A'],
    ['YEAR_DAYS', 365, 'DAYS', 'G'],
    ['MONTH_DAYS', 30, 'DAYS', 'G'],
    ['DEDUCTION_CERT_MIN_INSTALMENT', 500000, 'RIAL', 'A'],
    ['DEDUCTION_CERT_MIN_COUNT', 12, 'FACTOR', 'A'],
    ['DEDUCTION_CERT_MAX_COUNT', 240, 'FACTOR', 'A'],
    ['LATE_LIST_PENALTY', 1000, 'BP', 'G'],
    ['LATE_PAYMENT_PENALTY_MONTH', 200, 'BP', 'G'],
    ['SALARY_CERT_VALID_MONTHS', 1, 'MONTHS', 'D'],
  ]
  for (const [code, value, unit, certainty] of standing)
    row(code, value, unit, '1354/04/03', '', 'مقدار پایه', certainty)
  row(
    'SEVENTH_PLAN_EFFECT_DATE',
    '1403/05/01',
    'DATE',
    '1403/05/01',
    '',
    'گزارش‌های رسانه‌ها متفاوت است؛ مقدار قابل تنظیم',
    'D',
  )
  row(
    'SEVENTH_PLAN_EXTRA_MONTHS',
    '28:0;25:2;20:3;15:4;0:5',
    'TABLE',
    '1403/05/01',
    '1407/12/29',
    'برنامه هفتم؛ حد پایین سابقه:ماه به ازای هر سال مانده تا ۳۰',
    'S',
  )
  if (AY >= 1404) {
    row(
      'PENSION_INCREASE_MINIMUM',
      4500,
      'BP',
      '1404/01/01',
      '1404/12/29',
      'تصویب‌نامه هیأت وزیران',
      'S',
    )
    row(
      'PENSION_INCREASE_OTHERS',
      3200,
      'BP',
      '1404/01/01',
      '1404/12/29',
      'تصویب‌نامه هیأت وزیران',
      'S',
    )
    row(
      'PENSION_INCREASE_FIXED',
      9316050,
      'RIAL',
      '1404/01/01',
      '1404/12/29',
      'تصویب‌نامه هیأت وزیران',
      'S',
    )
  }
  for (const [k, v] of Object.entries({
    DENTURE_FULL: 84000000,
    DENTURE_HALF: 49000000,
    TOOTH: 3500000,
    LENSES: 3500000,
    GLASSES: 10500000,
    CONTACT_LENSES: 8450000,
    HEARING_AID: 39000000,
    ARTIFICIAL_EYE: 58500000,
    WHEELCHAIR: 39000000,
    LARYNX: 78000000,
    CANE: 3900000,
    WALKER: 7150000,
    NERVE_STIMULATOR: 22750000,
  }))
    row('TARIFF_' + k, v, 'RIAL', '1404/09/01', '', 'تعرفه آذر ۱۴۰۴', 'S')
}

// ---------------------------------------------------------------- showcase persons: the same in every extract
activeSeed = 1405
if (SHOWCASE) {
  let k = 0
  const month = (y, m) => y * 12 + m - 1
  const show = (no, sex, first, last, birth, more = {}) => {
    reseed(3, ++k)
    const [by] = birth.split('/').map(Number)
    return person({
      sex,
      first,
      last,
      father: 'نمونه‌علی',
      birth,
      by,
      b: 0,
      age: AY - by,
      marital: 'SINGLE',
      id: no.length === 12 ? no : nationalIdOf(no),
      mobile: more.death ? '' : '0970000' + String(1000 + k),
      ...more,
    })
  }
  const job = (p, w, from, to, factor = 1.5, opt = {}) =>
    stretch(p, w, from, to, factor, opt.type ?? 'COMPULSORY', { whole: true, ...opt })
  const from = (p, y, m, d = 1) => dateText(y, m, d)
  const selfCover = (p, y) => cover(p, p.ins, 'SELF', from(p, y, 1), '')

  // 101: all three roles: employee, partial-disability pensioner, employer of workshop 0
  const a = show('000000101', 'M', 'بهمن', 'سه‌نقش نمونه', '1350/02/10', {
    marital: 'MARRIED',
    wed: '1378/06/06',
    foreign: undefined,
  })
  insure(a, { ins: '90000101', type: 'COMPULSORY', start: month(1376, 3), military: true })
  job(a, 1, month(1376, 3), LAST_LIST, 2.1)
  workshop(0, a, {
    legal: false,
    status: 'ACTIVE',
    name: 'کارگاه نمونه سه‌نقش',
    contracts: 3,
    debts: 4,
  })
  selfCover(a, 1376)
  a.pensionNo = pension(
    a,
    'DISABILITY_PARTIAL',
    [1401, 5, 1],
    90000000,
    9000,
    [[a, 'SELF', 10000]],
    { no: '8000101', status: 'ACTIVE', slips: 14, eid: true, arrears: true, decreeYears: 4 },
  )
  account(a, { k: 2, closed: true })
  request(a, 'RECORD_CERTIFICATE', '18', 'INSURED', { ago: 40 })
  request(a, 'SALARY_CERTIFICATE', '18', 'PENSIONER', {
    institution: 'B013',
    pension: '8000101',
    ago: 25,
  })
  request(a, 'DEBT_ARTICLE16', '2602', 'EMPLOYER', { ago: 100 })
  prescriptions(a, 12)
  // 102 and 103: 720 and 719 days in the five years before 1405/07/01
  for (const [no, ins, name, last] of [
    ['000000102', '90000102', 'هفتصدوبیست', 31],
    ['000000103', '9900000103', 'هفتصدونوزده', 30],
  ]) {
    const p = show(
      no,
      last === 31 ? 'M' : 'F',
      last === 31 ? 'آرمان' : 'نگار',
      name + ' نمونه',
      '1376/04/15',
      { marital: 'MARRIED', wed: '1405/07/01' },
    )
    insure(p, { ins, type: 'COMPULSORY', start: month(1402, 1), military: false })
    job(p, 3, month(1402, 1), month(1403, 11), 1.2, { days: (y, m, full) => Math.min(30, full) })
    job(p, 4, month(1405, 6), month(1405, 6), 1.2, { days: () => last })
    selfCover(p, 1402)
    account(p, { refah: true })
    request(p, 'MARRIAGE', '9', 'INSURED', { ago: 12 })
  }
  // 104: the worked marriage example (211,627,750)
  const m4 = show('000000104', 'M', 'امیر‌حسین', 'ازدواجی نمونه', '1374/09/01', {
    marital: 'MARRIED',
    wed: '1405/07/01',
  })
  insure(m4, { ins: '90000104', type: 'COMPULSORY', start: month(1400, 1), military: false })
  job(m4, 3, month(1400, 1), month(1403, 6), 1.6)
  job(m4, 3, month(1403, 7), LAST_LIST, 1, {
    wage: (y, m) => (y * 12 + m < 1404 * 12 + 7 ? 200000000 : 223255500),
  })
  selfCover(m4, 1400)
  account(m4, { refah: true })
  request(m4, 'MARRIAGE', '18', 'INSURED', { amount: '211627750', ago: 35 })
  // 105: the worked maternity example (daily 7,441,850)
  const m5 = show('000000105', 'F', 'مریم', 'مادری نمونه', '1373/01/20', {
    marital: 'MARRIED',
    wed: '1398/02/02',
  })
  insure(m5, { ins: '90000105', type: 'COMPULSORY', start: month(1397, 1), military: false })
  job(m5, 3, month(1397, 1), month(1404, 12), 1.7)
  job(m5, 3, month(1405, 1), LAST_LIST, 1, { wage: (y, m, d) => 7441850 * d })
  selfCover(m5, 1397)
  account(m5, { refah: true })
  request(m5, 'MATERNITY', '21', 'INSURED', { ago: 18 })
  // 106: military service at an average of 210,000,000
  const m6 = show('000000106', 'M', 'سعید', 'سربازی نمونه', '1369/07/07')
  insure(m6, { ins: '9900000106', type: 'COMPULSORY', start: month(1395, 1), military: true })
  job(m6, 4, month(1395, 1), month(1403, 6), 1.5)
  job(m6, 4, month(1403, 7), LAST_LIST, 1, { wage: () => 210000000 })
  selfCover(m6, 1395)
  request(m6, 'MILITARY_SERVICE', '9', 'INSURED', { ago: 20 })
  // 107: pension below the minimum wage, lifted by art. 111; 108: a proportional one, not lifted
  for (const [no, ins, pn, last, avg, days, prop] of [
    ['000000107', '90000107', '8000107', 'کف‌مستمری نمونه', 240000000, 7300, false],
    ['000000108', '90000108', '8000108', 'متناسب نمونه', 200000000, 4380, true],
  ]) {
    const p = show(no, 'M', 'رحمت‌الله', last, '1344/11/30')
    insure(p, {
      ins,
      type: 'COMPULSORY',
      status: 'RETIRED',
      start: month(1380, 1),
      military: false,
    })
    job(p, 5, month(1405, 2) - Math.ceil(days / 30.4), month(1405, 1), 1.1)
    pension(p, 'RETIREMENT', [1405, 2, 1], avg, days, [[p, 'SELF', 10000]], {
      no: pn,
      proportional: prop,
      status: 'ACTIVE',
      slips: 6,
    })
    selfCover(p, 1405)
  }
  // 109: deceased; 110 widow (two pension files), 111 and 112 children, 113 mother of the deceased
  const dead = show('000000109', 'M', 'جمشید', 'درگذشته نمونه', '1345/05/05', {
    marital: 'MARRIED',
    wed: '1370/01/15',
    death: '1402/03/17',
  })
  insure(dead, { ins: '90000109', type: 'COMPULSORY', start: month(1370, 1), military: false })
  job(dead, 5, month(1370, 1), month(1402, 2), 2.4)
  const widow = show('000000110', 'F', 'سیده فاطمه', 'دومستمری نمونه', '1349/08/12', {
    marital: 'WIDOWED',
    wed: '1370/01/15',
  })
  const son = show('000000111', 'M', 'آرش', 'درگذشته نمونه', '1388/02/28', { father: 'جمشید' }),
    daughter = show('000000112', 'F', 'نازنین‌زهرا', 'درگذشته نمونه', '1384/10/09', {
      father: 'جمشید',
    }),
    mother = show('000000113', 'F', 'ماه‌منیر', 'بازمانده نمونه', '1320/01/01', {
      marital: 'WIDOWED',
    })
  const heirs = [
    [widow, 'SPOUSE', 5000],
    [son, 'SON', 2500],
    [daughter, 'DAUGHTER', 2500],
    [mother, 'MOTHER', 2000],
  ]
  scaleShares(heirs)
  const td = totals(dead, month(1402, 3))
  pension(dead, 'SURVIVORS', [1402, 3, 17], td.average, td.days, heirs, {
    no: '8000109',
    status: 'ACTIVE',
    slips: 14,
    eid: true,
    decreeYears: 3,
  })
  insure(widow, { ins: '90000110', type: 'COMPULSORY', status: 'RETIRED', start: month(1373, 1) })
  job(widow, 6, month(1373, 1), month(1403, 12), 2)
  const tw = totals(widow, month(1404, 1))
  pension(widow, 'RETIREMENT', [1404, 1, 1], tw.average, tw.days, [[widow, 'SELF', 10000]], {
    no: '8000110',
    status: 'ACTIVE',
    slips: 14,
  })
  selfCover(widow, 1373)
  cover(son, dead.ins, 'SON', '1402/03/17', '1408/02/27')
  cover(daughter, dead.ins, 'DAUGHTER', '1402/03/17', '')
  cover(mother, dead.ins, 'MOTHER', '1402/03/17', '')
  prescriptions(widow, 20)
  // 114: signatory of a contractor with 120 contract rows and 300 debts
  const boss = show('000000114', 'M', 'محمد‌مهدی', 'پیمانکار نمونه', '1352/12/01')
  insure(boss, { ins: '90000114', type: 'SELF_EMPLOYED', start: month(1390, 1) })
  job(boss, null, month(1390, 1), LAST_LIST, 3, { type: 'SELF_EMPLOYED' })
  selfCover(boss, 1390)
  workshop(2, boss, {
    legal: true,
    status: 'ACTIVE',
    name: 'شرکت پیمانکاری نمونه سیصد بدهی',
    contracts: 120,
    debts: 300,
  })
  // 115 and 116: twins with the same names
  for (const no of ['000000115', '000000116']) {
    const p = show(no, 'M', 'علی‌رضا', 'دوقلوی نمونه', '1365/06/31', { father: 'حسین' })
    insure(p, {
      ins: no === '000000115' ? '90000115' : '9900000116',
      type: 'COMPULSORY',
      start: month(1390, 5),
    })
    job(p, no === '000000115' ? 3 : 4, month(1390, 5), LAST_LIST, 1.3)
    selfCover(p, 1390)
  }
  // 117: two employers at once (days capped by the month, wages added); 118: a foreigner; 119: eight dependants
  const two = show('000000117', 'M', 'کاوه', 'هم‌زمان نمونه', '1360/03/03')
  insure(two, { ins: '90000117', type: 'COMPULSORY', start: month(1385, 1) })
  job(two, 3, month(1385, 1), LAST_LIST, 1.8)
  job(two, 4, month(1403, 1), month(1404, 12), 1.1, { days: (y, m, full) => Math.min(full, 20) })
  selfCover(two, 1385)
  const guest = show('199900000017', 'M', 'عبدالکریم', 'میهمان نمونه', '1367/01/01', {
    foreign: true,
  })
  insure(guest, { ins: '9900000118', type: 'COMPULSORY', start: month(1396, 1), military: false })
  job(guest, 4, month(1396, 1), LAST_LIST, 1)
  selfCover(guest, 1396)
  const father = show('000000119', 'M', 'میرحسین', 'عیالوار نمونه', '1358/04/04', {
    marital: 'MARRIED',
    wed: '1380/01/01',
  })
  insure(father, { ins: '90000119', type: 'COMPULSORY', start: month(1380, 1) })
  job(father, 6, month(1380, 1), LAST_LIST, 1.9)
  selfCover(father, 1380)
  const wife = show('000000120', 'F', 'طوبی', 'همسر نمونه', '1362/02/02', {
    marital: 'MARRIED',
    wed: '1380/01/01',
  })
  dependant(father, wife, 'SPOUSE')
  const kid = (no, sex, name, birth, o = {}) => {
    const c = show(no, sex, name, 'عیالوار نمونه', birth, {
      father: 'میرحسین',
      marital: o.married ? 'MARRIED' : 'SINGLE',
    })
    dependant(father, c, sex === 'M' ? 'SON' : 'DAUGHTER', o)
  }
  kid('000000121', 'M', 'بیست‌ساله', '1384/01/05', { to: '1404/01/04', reason: 'پایان سن مجاز' })
  kid('000000122', 'M', 'دانشجو', '1383/05/06', { studying: true, until: '1406/06/31' })
  kid('000000123', 'M', 'توان‌یاب', '1382/07/08', { disabled: true })
  kid('000000124', 'F', 'عروس', '1381/09/10', { married: true, to: '1403/12/30', reason: 'ازدواج' })
  kid('000000125', 'F', 'دختر', '1390/11/12')
  kid('000000126', 'M', 'نوزده‌ساله', '1386/02/20', { until: '1406/02/19' })
  const gran = show('000000127', 'F', 'خاتون', 'مادر نمونه', '1335/01/02', { marital: 'WIDOWED' })
  dependant(father, gran, 'MOTHER')
  // 128 to 133: retirement conditions
  for (const [no, ins, sex, last, birth, y, m, f] of [
    ['000000128', '90000128', 'M', 'شصت‌ساله نمونه', '1344/02/01', 1384, 1, 1.5],
    ['000000129', '90000129', 'M', 'سی‌سال نمونه', '1352/01/01', 1374, 1, 2.2],
    ['000000130', '90000130', 'F', 'سی‌سال‌زن نمونه', '1357/01/01', 1375, 1, 2],
    ['000000131', '90000131', 'M', 'سی‌وپنج نمونه', '1351/06/01', 1371, 1, 2.5],
    ['000000132', '90000132', 'F', 'پنجاه‌وپنج نمونه', '1349/01/01', 1383, 6, 1.4],
    ['000000133', '90000133', 'M', 'ده‌سال نمونه', '1344/01/01', 1392, 1, 1.2],
  ]) {
    const p = show(no, sex, sex === 'M' ? 'منصور' : 'مهناز', last, birth)
    insure(p, { ins, type: 'COMPULSORY', start: month(y, m), military: false })
    job(p, 7, month(y, m), LAST_LIST, f)
    selfCover(p, y)
    request(p, 'RETIREMENT', no === '000000129' ? '14' : '9', 'INSURED', { ago: 15 })
  }
  // 134: three deduction certificates and the worked slip (net 224,325,550)
  const lender = show('000000134', 'M', 'ضمانت', 'کسراقساط نمونه', '1338/08/08', {
    marital: 'MARRIED',
    wed: '1364/01/01',
  })
  insure(lender, {
    ins: '90000134',
    type: 'COMPULSORY',
    status: 'RETIRED',
    start: month(1368, 1),
    military: false,
  })
  job(lender, 6, month(1368, 1), month(1397, 12), 2)
  pension(
    lender,
    'RETIREMENT',
    [1398, 1, 1],
    33000000,
    10957,
    [
      [
        lender,
        'SELF',
        10000,
        {
          loans: [
            [12000000, 20],
            [7500000, 9],
          ],
        },
      ],
    ],
    { no: '8000134', status: 'ACTIVE', slips: 14, eid: true, decreeYears: 5 },
  )
  selfCover(lender, 1368)
  for (const [x, n, g, ago] of [
    [20000000, 36, 720000000, 200],
    [5000000, 240, 1250000000, 90],
    [500000, 12, 6000000, 10],
  ])
    request(lender, 'DEDUCTION_CERTIFICATE', '18', 'PENSIONER', {
      instalment: String(x),
      count: String(n),
      guarantee: String(g),
      institution: 'B013',
      pension: '8000134',
      ago,
    })
  {
    const n = code10(),
      lines = [
        ['PAYMENT', 'BASE', 198000000, ''],
        ['PAYMENT', 'ANNUAL_INCREASE', 20000000, ''],
        ['PAYMENT', 'HOUSING', 14125550, ''],
        ['PAYMENT', 'GOODS', 22000000, ''],
        ['DEDUCTION', 'SUPPLEMENTARY', 4800000, ''],
        ['LOAN', 'LOAN', 25000000, '11'],
      ],
      [bank, no] = lender.acc
    W.payslips.row([
      n,
      '8000134',
      lender.id,
      String(AY),
      '2',
      'MONTHLY',
      '2',
      '31',
      bank,
      no,
      dateText(AY, 2, 28),
      '254125550',
      '4800000',
      '25000000',
      '224325550',
    ])
    lines.forEach(([blk, item, amount, left], i) =>
      W.payslip_lines.row([
        n,
        String(i + 1),
        blk,
        item,
        ITEM[item] ?? (blk === 'LOAN' ? 'قسط وام' : 'حق بیمه درمان تکمیلی'),
        String(amount),
        left,
      ]),
    )
  }
  // 135: 35 years with several workshops a year (about 150 rows); 136: student contract; 137: debts at the edge of the objection periods; 138: no role at all
  const many = show('000000135', 'M', 'یدالله', 'پرسابقه نمونه', '1351/01/01')
  insure(many, { ins: '90000135', type: 'COMPULSORY', start: month(1370, 1) })
  for (let y = 1370; y <= 1404; y++)
    for (let j = 0; j < 4; j++)
      job(many, 3 + j, month(y, 1 + 3 * j), month(y, 3 + 3 * j), 1.5 + (y - 1370) / 40)
  selfCover(many, 1370)
  const student = show('000000136', 'F', 'هانیه', 'دانشجوی نمونه', '1381/03/03')
  insure(student, { ins: '90000136', type: 'STUDENT', start: month(1403, 7) })
  job(student, null, month(1403, 7), LAST_LIST, 1, { type: 'STUDENT' })
  selfCover(student, 1403)
  request(student, 'STUDENT_CONTRACT', '18', 'INSURED', { ago: 700 })
  const edge = show('000000137', 'F', 'مهلت', 'بدهکار نمونه', '1355/05/25')
  workshop(3, edge, {
    legal: false,
    status: 'ACTIVE',
    name: 'کارگاه نمونه مهلت',
    contracts: 0,
    debts: 0,
  })
  for (const n of [0, 29, 30, 31])
    debtRow(3, 0, { stage: 'ASSESSED', status: 'OPEN', notice: TODAY - n })
  for (const n of [0, 19, 20, 21])
    debtRow(3, 0, { stage: 'PRIMARY', status: 'OPEN', notice: TODAY - 150, voteServed: TODAY - n })
  for (const w of [1, 4, 5, 6, 7])
    workshop(w, w % 2 ? boss : edge, {
      legal: w % 2 === 1,
      status: 'ACTIVE',
      debts: w === 7 ? 0 : 2,
      contracts: 0,
    })
  show('000000138', 'F', 'بی‌نقش', 'نمونه', '1379/12/29')
  // 139: ten requests in all states
  const busy = show('000000139', 'M', 'درخواست', 'پرکار نمونه', '1370/10/10')
  insure(busy, { ins: '90000139', type: 'COMPULSORY', start: month(1394, 2), military: true })
  job(busy, 6, month(1394, 2), LAST_LIST, 1.4)
  selfCover(busy, 1394)
  ;[
    ['MILITARY_SERVICE', 'DRAFT'],
    ['BANK_ACCOUNT', '2'],
    ['MOBILE_CHANGE', '6'],
    ['ORTHO_PROSTHESIS', '9'],
    ['DEPENDANT_ADD', '14'],
    ['RECORD_CERTIFICATE', '16'],
    ['MARRIAGE', '18'],
    ['RETIREMENT', '19'],
    ['STUDENT_CONTRACT', '21'],
    ['BANK_ACCOUNT', 'CANCELLED'],
  ].forEach(([t, s], i) => request(busy, t, s, 'INSURED', { ago: 10 + i * 7 }))
  const denied = request(busy, 'RECORD_OBJECTION', '19', 'INSURED', { ago: 90 })
  request(busy, 'RECORD_OBJECTION', '9', 'INSURED', { ago: 8, reference: denied })
}

// ---------------------------------------------------------------- everybody else
activeSeed = SEED
serial = 2000000000 + (SEED % 70) * 100000000
recent.length = 0
let shown = 0
for (let h = 0; citizens < N; h++) {
  household(h)
  if (!args.quiet && citizens - shown >= 50000) {
    shown = citizens
    process.stderr.write(`\r${citizens} citizens, ${rowsTotal} rows`)
  }
}
reseed(4, 0)
while (nextWorkshop < workshopCount && recent.length) workshop(nextWorkshop++, pick(recent))

// ---------------------------------------------------------------- manifest, damage, report
if (DIRTY) {
  // a row that falls because the row it points to has fallen
  const bad = swapTail(ghostId()),
    b = BRANCH[0].code
  rejects.push(['citizens.csv', W.citizens.line, 'personId', 'E_CHECKSUM'])
  W.citizens.dirtyRow(
    [
      bad,
      'علی',
      'مردود نمونه',
      'رضا',
      'M',
      '1370/01/01',
      '',
      'IR',
      '',
      '',
      '',
      'SINGLE',
      '',
      '',
      '',
      '',
      b,
    ],
    0,
  )
  rejects.push(['insured.csv', W.insured.line, 'personId', 'E_CHECKSUM'])
  W.insured.dirtyRow(['9700000001', bad, b, 'COMPULSORY', '', 'ACTIVE', '', ''], 0)
  const ghost = ghostId()
  rejects.push(['citizens.csv', W.citizens.line, 'birthDate', 'E_DATE'])
  W.citizens.dirtyRow(
    [
      ghost,
      'علی',
      'مردود نمونه',
      'رضا',
      'M',
      '1404/12/30',
      '',
      'IR',
      '',
      '',
      '',
      'SINGLE',
      '',
      '',
      '',
      '',
      b,
    ],
    0,
  )
  rejects.push(['insured.csv', W.insured.line, 'personId', 'E_REF'])
  W.insured.dirtyRow(['9700000002', ghost, b, 'COMPULSORY', '', 'ACTIVE', '', ''], 0)
  rejects.push(['contributions.csv', W.contributions.line, 'insuranceNumber', 'E_REF'])
  W.contributions.dirtyRow(
    [
      '9700000002',
      '1400',
      '',
      b,
      '000',
      'VOLUNTARY',
      '31',
      ...Array(11).fill(''),
      '26000000',
      ...Array(11).fill(''),
    ],
    0,
  )
}
flushRows()
const files = Object.values(W).map((w) => w.close())
const manifest = {
  format: FAULTS === 'bad-format' ? 'bajeh-extract/9' : 'bajeh-extract/1',
  asOf: AS_OF,
  organisation: 'سازمان تأمین اجتماعی (داده ساختگی)',
  branchCodes: BRANCH.map((b) => b.code),
  files,
}
const at = (name) => path.join(OUT, name)
const rehash = (name) => {
  const f = files.find((x) => x.name === name)
  f.sha256 = createHash('sha256')
    .update(fs.readFileSync(at(name)))
    .digest('hex')
}
switch (FAULTS) {
  case 'missing-file':
    fs.unlinkSync(at('decrees.csv'))
    break
  case 'wrong-sha': {
    const f = files.find((x) => x.name === 'pensions.csv')
    f.sha256 = f.sha256.replace(/^./, (c) => (c === '0' ? '1' : '0'))
    break
  }
  case 'wrong-rows':
    files.find((x) => x.name === 'citizens.csv').rows += 3
    break
  case 'bad-utf8': {
    const b = fs.readFileSync(at('citizens.csv')),
      i = b.indexOf(0xd9, 400)
    b[i + 1] = 0x41
    fs.writeFileSync(at('citizens.csv'), b)
    rehash('citizens.csv')
    break
  }
  case 'bad-csv': {
    fs.appendFileSync(at('branches.csv'), '905,"شعبه ناتمام,BRANCH\r\n')
    files.find((x) => x.name === 'branches.csv').rows++
    rehash('branches.csv')
    break
  }
}
fs.writeFileSync(
  at('manifest.json'),
  FAULTS === 'bad-manifest'
    ? JSON.stringify(manifest, null, 1).slice(0, -40)
    : JSON.stringify(manifest, null, 1) + '\n',
)
if (DIRTY && !args['no-expected']) {
  const order = Object.keys(LAYOUT).map((n) => n + '.csv')
  rejects.sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]) || a[1] - b[1])
  fs.writeFileSync(
    at('expected-rejects.csv'),
    'file,line,column,code\r\n' + rejects.map((r) => r.join(',')).join('\r\n') + '\r\n',
  )
}
const seconds = Number(process.hrtime.bigint() - started) / 1e9
if (!args.quiet)
  console.error(
    `\n${citizens} citizens, ${rowsTotal} rows, ${(bytesTotal / 1e6).toFixed(1)} MB in ${seconds.toFixed(2)} s: ${Math.round(rowsTotal / seconds)} rows/s, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB; ${rejects.length} faulty rows`,
  )
