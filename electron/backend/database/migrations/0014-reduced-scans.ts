import { type Kysely, sql } from 'kysely'

const STATEMENTS: readonly string[] = [
  // Scans from before have neither: nobody measured them.
  `alter table vault_scans add column pages integer check (pages > 0)`,
  `alter table vault_scans add column width integer check (width > 0)`,
  `alter table vault_scans add column height integer check (height > 0)`,
  `alter table vault_scans add column brought text check (json_valid(brought))`,
  `alter table vault_scans add column brought_sha256 text`,
  `alter table vault_scans add column picture blob`,
  `create index vault_scans_as_brought on vault_scans (citizen_id, brought_sha256)`,
  // What a scan is called and proves is corrected beside the scan itself; it goes with it.
  `create table vault_scan_labels (
    seq integer primary key,
    document_id text not null references vault_scans on delete cascade,
    title text not null,
    papers text not null check (json_array_length(papers) > 0),
    visit_id text not null references visits,
    clerk_id text not null references clerks,
    labelled_at text not null
  )`,
  `create index vault_scan_labels_of_scan on vault_scan_labels (document_id, seq)`,
  `create trigger vault_scan_labels_are_never_changed before update on vault_scan_labels
    begin select raise(abort, 'labels are never changed'); end`,
  // That a scan was there, what it proved and why it went; nothing of what it showed.
  `create table vault_removals (
    document_id text primary key,
    citizen_id integer not null,
    papers text not null check (json_valid(papers)),
    reason text not null check (reason in
      ('WRONG_FILE', 'WRONG_PERSON', 'UNREADABLE', 'REPLACED', 'ASKED_BY_CITIZEN')),
    visit_id text not null references visits,
    clerk_id text not null references clerks,
    removed_at text not null
  )`,
  `create index vault_removals_of_citizen on vault_removals (citizen_id)`,
  `create trigger vault_removals_are_never_changed before update on vault_removals
    begin select raise(abort, 'removals are never changed'); end`,
  `create trigger vault_removals_are_never_deleted before delete on vault_removals
    begin select raise(abort, 'removals are never deleted'); end`,
  // Every try at a password of a share; a right one has its look.
  `create table share_tries (
    try_id integer primary key,
    person_id text not null,
    clerk_id text not null references clerks,
    workstation text not null,
    tried_at text not null,
    tried_on text not null,
    machine_time integer not null
  )`,
  `create index share_tries_of_desk on share_tries (workstation, try_id)`,
  `create index share_tries_of_person on share_tries (person_id, try_id)`,
  `create table share_looks (
    try_id integer primary key references share_tries,
    share_id text not null references document_shares
  )`,
  ...['share_tries', 'share_looks'].flatMap((table) => [
    `create trigger ${table}_are_never_changed before update on ${table}
      begin select raise(abort, 'tries are never changed'); end`,
    `create trigger ${table}_are_never_deleted before delete on ${table}
      begin select raise(abort, 'tries are never deleted'); end`,
  ]),
]

/** What a scan was before it was reduced, its labels, why scans went, and every try at a password of a share. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
