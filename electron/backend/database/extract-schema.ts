/**
 * Version of the tables below. A file with another version is not read: the extract is imported again,
 * since everything in it came from there.
 */
export const EXTRACT_VERSION = 1

const DAYS = Array.from({ length: 12 }, (_, i) => `d${String(i + 1).padStart(2, '0')} integer`)
const WAGES = DAYS.map((column) => column.replace('d', 'w'))

/** Tables whose rows come from the files of the same meaning, in the order of import. */
const CENTRAL_TABLES = `
create table branches (
  branch_code text primary key, name text not null, kind text not null, city text not null,
  province text not null, address text, status text not null, parent_branch_code text,
  texts_as_written text
) without rowid;
create table institutions (
  institution_code text primary key, name text not null, kind text not null, bank_code text,
  status text not null, texts_as_written text
) without rowid;
create table citizens (
  citizen_id integer primary key, person_id text not null, first_name text not null,
  last_name text not null, father_name text, sex text not null, birth_date text not null,
  death_date text, nationality text not null, certificate_number text, birth_city text,
  issue_city text, marital_status text not null, first_marriage_date text, mobile text,
  postal_code text, address text, branch_code text not null, texts_as_written text
);
create table insured (
  insurance_number text primary key, citizen_id integer not null, branch_code text not null,
  insurance_type text not null, registered_on text, status text not null, military_from text,
  military_to text
) without rowid;
create index insured_of_citizen on insured (citizen_id);
create table dependants (
  insurance_number text not null, citizen_id integer not null, relation text not null,
  from_date text not null, to_date text, end_reason text, studying integer not null,
  disabled integer not null, texts_as_written text,
  primary key (insurance_number, citizen_id)
) without rowid;
create index dependants_of_citizen on dependants (citizen_id);
create table workshops (
  workshop_code text not null, branch_code text not null, contract_row text not null,
  name text not null, employer_kind text not null, employer_citizen_id integer,
  legal_entity_id text, activity text, address text, postal_code text, status text not null,
  opened_on text, closed_on text, contract_number text, contract_date text,
  contract_amount integer, texts_as_written text,
  primary key (workshop_code, branch_code, contract_row)
) without rowid;
create index workshops_of_employer on workshops (employer_citizen_id)
  where employer_citizen_id is not null;
create index workshops_of_company on workshops (legal_entity_id)
  where legal_entity_id is not null and contract_row = '000';
create table workshop_members (
  workshop_code text not null, branch_code text not null, citizen_id integer not null,
  role text not null, from_date text not null, to_date text,
  primary key (workshop_code, branch_code, citizen_id, role)
) without rowid;
create index workshop_members_of_citizen on workshop_members (citizen_id);
create table contributions (
  insurance_number text not null, year integer not null, workshop_code text not null,
  branch_code text not null, contract_row text not null, record_type text not null,
  ${[...DAYS, ...WAGES].join(', ')},
  primary key (insurance_number, year, workshop_code, branch_code, contract_row, record_type)
) without rowid;
create table pensions (
  pension_number text primary key, insurance_number text not null,
  owner_citizen_id integer not null, branch_code text not null, pension_type text not null,
  status text not null, established_on text not null, contribution_days integer,
  average_wage integer, proportional integer not null, ended_on text
) without rowid;
create index pensions_of_owner on pensions (owner_citizen_id);
create table pension_shares (
  pension_number text not null, citizen_id integer not null, relation text not null,
  share_bp integer not null, amount integer not null, status text not null,
  from_date text not null, to_date text, end_reason text, texts_as_written text,
  primary key (pension_number, citizen_id)
) without rowid;
create index pension_shares_of_citizen on pension_shares (citizen_id);
create table decrees (
  decree_number text primary key, pension_number text not null, year integer not null,
  month integer not null, kind text not null, issued_on text not null,
  effective_on text not null, total_before integer not null, total_after integer not null,
  basis text, texts_as_written text
) without rowid;
create index decrees_of_pension on decrees (pension_number, year, month);
create table decree_lines (
  decree_number text not null, seq integer not null, item text not null, title text not null,
  amount_before integer not null, amount_after integer not null, texts_as_written text,
  primary key (decree_number, seq)
) without rowid;
create table payslips (
  slip_number text primary key, pension_number text not null, citizen_id integer not null,
  year integer not null, month integer not null, payment_type text not null,
  seq integer not null, days_paid integer, bank_code text, account_number text, paid_on text,
  total_payments integer not null, total_deductions integer not null,
  total_loans integer not null, net integer not null,
  unique (pension_number, citizen_id, year, month, payment_type, seq)
) without rowid;
create table payslip_lines (
  slip_number text not null, seq integer not null, block text not null, item text not null,
  title text not null, amount integer not null, remaining integer, texts_as_written text,
  primary key (slip_number, seq)
) without rowid;
create table bank_accounts (
  citizen_id integer not null, bank_code text not null, account_number text not null, iban text,
  account_type text not null, opened_on text, from_date text not null, to_date text,
  status text not null, tracking_code text,
  primary key (citizen_id, bank_code, account_number)
) without rowid;
create table coverage (
  citizen_id integer not null, insurance_number text not null, relation text not null,
  from_date text not null, to_date text, state text not null, reason text,
  texts_as_written text,
  primary key (citizen_id, insurance_number, from_date)
) without rowid;
create table prescriptions (
  tracking_code text primary key, citizen_id integer not null, category text not null,
  issued_on text not null, visit_time text, doctor_name text, medical_council_code text,
  centre text, texts_as_written text
) without rowid;
create index prescriptions_of_citizen on prescriptions (citizen_id, issued_on);
create table debts (
  debt_number text not null, branch_code text not null, workshop_code text not null,
  contract_row text not null, reason text, stage text not null, status text not null,
  from_year integer, from_month integer, to_year integer, to_month integer,
  amount integer not null, remaining integer not null, premium integer not null,
  unemployment integer not null, other integer not null, installment_eligible integer not null,
  installment_number integer, calculation_date text, notice_date text, primary_vote_number text,
  primary_vote_served_on text, appeal_vote_date text, execution_notice_date text,
  texts_as_written text,
  primary key (debt_number, branch_code)
) without rowid;
create index debts_of_workshop on debts (workshop_code, branch_code);
create table debt_documents (
  debt_number text not null, branch_code text not null, seq integer not null,
  document_number text, document_date text not null, type text not null, stage text not null,
  status text not null, description text, texts_as_written text,
  primary key (debt_number, branch_code, seq)
) without rowid;
create table central_requests (
  tracking_code text primary key, citizen_id integer not null, role text not null,
  request_type text not null, title text not null, branch_code text not null,
  created_on text not null, status text not null, reference_code text, pension_number text,
  amount integer, installment_amount integer, installment_count integer,
  guarantee_amount integer, institution_code text, comment text, reject_reason text,
  credited_on text, texts_as_written text
) without rowid;
create index central_requests_of_citizen on central_requests (citizen_id, created_on);
create index central_requests_of_branch on central_requests (branch_code, status, created_on);
create table central_request_events (
  tracking_code text not null, seq integer not null, status text not null,
  on_date text not null, at_time text, actor text not null, note text, texts_as_written text,
  primary key (tracking_code, seq)
) without rowid;
create table parameters (
  code text not null, value text not null, unit text not null, valid_from text not null,
  valid_to text, source text not null, certainty text not null, texts_as_written text,
  primary key (code, valid_from)
) without rowid;
`

/** Tables made from the others, by which a citizen is found. */
const SEARCH_TABLES = `
create table person_key (
  person_id text primary key, citizen_id integer not null
) without rowid;
create table identifier (
  kind text not null, value text not null, citizen_id integer not null, target text not null,
  primary key (kind, value, citizen_id, target)
) without rowid;
create table person_name (
  last_key text not null, first_key text not null, father_key text not null,
  birth_year integer not null, citizen_id integer not null,
  primary key (last_key, first_key, father_key, birth_year, citizen_id)
) without rowid;
create table name_token (
  token_id integer primary key, token text not null unique, count integer not null
);
create table person_token (
  token_id integer not null, citizen_id integer not null, field integer not null,
  primary key (token_id, citizen_id)
) without rowid;
create table extract_info (key text primary key, value text not null) without rowid;
`

/** Statements that make the tables of a new, empty extract file. */
export const EXTRACT_TABLES: string = CENTRAL_TABLES + SEARCH_TABLES
