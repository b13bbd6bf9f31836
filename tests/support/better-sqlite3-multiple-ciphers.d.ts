// The package names no types of its own in package.json; it has the interface of better-sqlite3.
declare module 'better-sqlite3-multiple-ciphers' {
  import Database from 'better-sqlite3'

  export = Database
}
