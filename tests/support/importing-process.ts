import { openTestOffice } from './office-database.ts'

/*
 * A process of its own that imports into an office, so that a test can kill it:
 * node importing-process.ts FOLDER KEY-IN-HEX EXTRACT. It prints each progress as JSON.
 */
const [folder = '', key = '', source = ''] = process.argv.slice(2)
const office = await openTestOffice({ folder, key: Buffer.from(key, 'hex') })
const running = await office.extracts.start(source, { force: false, clerkId: null }, (progress) => {
  console.log(JSON.stringify(progress))
})
console.log(JSON.stringify(await running.done))
await office.database.close()
