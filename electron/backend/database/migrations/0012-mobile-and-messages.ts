import { type Kysely, sql } from 'kysely'

const STATEMENTS: readonly string[] = [
  // The code itself stands nowhere: only a salted slow hash, by which a typed one is compared.
  `create table one_time_codes (
    code_id text primary key not null,
    purpose text not null check (purpose in ('MOBILE_CHANGE', 'REGISTRATION')),
    subject text not null check (length(trim(subject)) > 0),
    mobile text not null check (mobile glob '09[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
    salt text not null,
    hash text not null,
    drawn_at text not null,
    expires_at text not null check (expires_at > drawn_at),
    most_tries integer not null check (most_tries > 0),
    tries integer not null default 0 check (tries between 0 and most_tries),
    delivered_at text,
    channel text check (channel in ('SMS', 'DESK')),
    ended_at text,
    ended_because text check (ended_because in
      ('USED', 'REPLACED', 'TRIES', 'NOT_SENT', 'UNCERTAIN')),
    check ((delivered_at is null) = (channel is null)),
    check ((ended_at is null) = (ended_because is null)),
    check (ended_because is not 'USED' or delivered_at is not null)
  )`,
  // Never two that could be used.
  `create unique index one_live_code on one_time_codes (purpose, subject) where ended_at is null`,
  'create index one_time_codes_by_mobile on one_time_codes (mobile, drawn_at)',
  'create index one_time_codes_by_subject on one_time_codes (subject, drawn_at)',
  `create trigger one_time_codes_are_drawn_once before insert on one_time_codes
    begin select case
      when exists (select 1 from one_time_codes where code_id = new.code_id)
        then raise(abort, 'a code is drawn once')
    end; end`,
  `create trigger one_time_codes_only_end before update on one_time_codes
    begin select case
      when old.ended_at is not null then raise(abort, 'a code that has ended stays ended')
      when new.code_id <> old.code_id or new.purpose <> old.purpose or new.subject <> old.subject
        or new.mobile <> old.mobile or new.salt <> old.salt or new.hash <> old.hash
        or new.drawn_at <> old.drawn_at or new.expires_at <> old.expires_at
        or new.most_tries <> old.most_tries or new.tries < old.tries
        or (old.delivered_at is not null and new.delivered_at is not old.delivered_at)
        then raise(abort, 'what a code was drawn for never changes')
    end; end`,
  `create trigger one_time_codes_are_never_deleted before delete on one_time_codes
    begin select raise(abort, 'codes are never deleted'); end`,

  `create table mobile_changes (
    change_id text primary key not null,
    citizen_id integer not null,
    person_id text not null,
    old_mobile text,
    new_mobile text not null
      check (new_mobile glob '09[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
    code_id text not null unique references one_time_codes,
    verified_by text not null check (verified_by in ('SMS', 'DESK')),
    visit_id text not null references visits,
    changed_at text not null,
    changed_by text not null references clerks,
    check (old_mobile is not new_mobile)
  )`,
  'create index mobile_changes_of_citizen on mobile_changes (citizen_id, changed_at)',
  'create index mobile_changes_by_number on mobile_changes (new_mobile)',
  // A replacing insert would delete without asking the triggers on delete.
  `create trigger mobile_changes_happen_once before insert on mobile_changes
    begin select case
      when exists (select 1 from mobile_changes
          where change_id = new.change_id or code_id = new.code_id)
        then raise(abort, 'a mobile is changed once by one code')
      when not exists (select 1 from one_time_codes where code_id = new.code_id
          and mobile = new.new_mobile and channel = new.verified_by and ended_because = 'USED'
          and purpose = 'MOBILE_CHANGE' and subject = 'citizen ' || new.citizen_id)
        then raise(abort, 'a mobile is changed by the code that was sent to it')
      when not exists (select 1 from visits where visit_id = new.visit_id
          and clerk_id = new.changed_by and citizen_id = new.citizen_id and ended_at is null)
        then raise(abort, 'a mobile is changed in an open visit of its clerk')
      when exists (select 1 from clerks
          where clerk_id = new.changed_by and person_id = new.person_id)
        then raise(abort, 'nobody changes his own mobile')
    end; end`,
  `create trigger mobile_changes_are_never_changed before update on mobile_changes
    begin select raise(abort, 'changes of mobiles are never changed'); end`,
  `create trigger mobile_changes_are_never_deleted before delete on mobile_changes
    begin select raise(abort, 'changes of mobiles are never deleted'); end`,

  // Notices that wait until a gateway takes them; never a code.
  `create table messages (
    message_id text primary key not null,
    kind text not null check (length(trim(kind)) > 0),
    citizen_id integer,
    mobile text not null check (mobile glob '09[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
    text text not null check (length(trim(text)) > 0),
    queued_at text not null,
    state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED')),
    tries integer not null default 0 check (tries >= 0),
    next_try_at text not null,
    sent_at text,
    fault text,
    check ((state = 'SENT') = (sent_at is not null)),
    check (state <> 'FAILED' or fault is not null)
  )`,
  `create index messages_due on messages (next_try_at) where state = 'WAITING'`,
  'create index messages_by_state on messages (state, queued_at)',
  `create trigger messages_are_queued_once before insert on messages
    begin select case
      when exists (select 1 from messages where message_id = new.message_id)
        then raise(abort, 'a message is queued once')
    end; end`,
  `create trigger messages_keep_what_they_say before update on messages
    begin select case
      when old.state = 'SENT' then raise(abort, 'a message that was sent stays sent')
      when new.message_id <> old.message_id or new.kind <> old.kind
        or new.citizen_id is not old.citizen_id or new.mobile <> old.mobile
        or new.text <> old.text or new.queued_at <> old.queued_at
        then raise(abort, 'what a message says never changes')
    end; end`,
  `create trigger messages_are_never_deleted before delete on messages
    begin select raise(abort, 'messages are never deleted'); end`,

  // The newest row is the gateway in use; its secret is sealed with the office's data key.
  `create table message_gateways (
    version integer primary key not null check (version > 0),
    kind text not null check (kind in ('DESK', 'SMPP', 'HTTP')),
    settings text not null check (json_valid(settings)),
    secret text,
    set_at text not null,
    set_by text not null references clerks
  )`,
  `create trigger message_gateways_are_set_once before insert on message_gateways
    begin select case
      when exists (select 1 from message_gateways where version >= new.version)
        then raise(abort, 'a gateway follows the one before it')
      when not exists (select 1 from clerks where clerk_id = new.set_by
          and role = 'ADMINISTRATOR' and active = 1)
        then raise(abort, 'an administrator sets the gateway')
    end; end`,
  `create trigger message_gateways_are_never_changed before update on message_gateways
    begin select raise(abort, 'settings of gateways are never changed'); end`,
  `create trigger message_gateways_are_never_deleted before delete on message_gateways
    begin select raise(abort, 'settings of gateways are never deleted'); end`,
]

/** Changes of mobiles, the codes that prove them, notices on their way, and the gateway that takes them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
