-- What the register keeps. Days are ISO dates as text, so that both databases order them alike.

create table report (
  id ${identity},
  report_key text not null unique,   -- hash of text and address: what a report is known by
  text_hash text not null,
  outlet text not null,
  title text not null,
  published text,
  day text not null,                 -- published, or retrieved where that is not known
  url text,
  address text,                      -- the canonical URL: what versions of one article share
  language text not null,
  retrieved text not null,
  name text not null,                -- the file, or the place in an archive, that it came from
  body text not null,
  links text not null,
  current_version integer not null,  -- 0 where a newer version supersedes it
  story text not null,               -- key of the first report of which it is a copy, or its own
  wire text,                         -- the agency that its dateline or byline names
  reader text                        -- version of the reader that read it; none where nobody did
);
create index report_address on report (address);
create index report_hash on report (text_hash);
create index report_story on report (story);
create index report_day on report (day);

create table shingle (
  hash bigint not null,
  report_id bigint not null references report (id)
);
create index shingle_hash on shingle (hash);
create index shingle_report on shingle (report_id);

create table claim (
  id ${identity},
  claim_key text not null unique,
  report_id bigint not null references report (id),
  place integer not null,            -- its place among the report's claims
  lineage text not null,             -- key of the claim that an earlier reader made of the same words
  reader text not null,
  json text not null,                -- as it was read
  corrected text,                    -- as a reviewer has it; none where nobody corrected it
  standing integer not null,         -- 0 where superseded, rejected or no longer read
  gone integer not null,             -- 1 where today's reader does not make it any more
  kind text not null,
  stage text not null,
  polarity text not null,
  certainty text not null,
  sides text not null,
  supplier text,
  recipient text,
  closed integer not null,
  subjects text not null,
  further integer not null,
  due integer not null,              -- 1 where it speaks of what is yet to come
  worth text,                        -- currency and sum, where it has just one
  from_day text not null,
  to_day text not null,
  apart text,                        -- the decision that set it apart, if one did
  lot text                           -- founder of the claims that belong together by themselves
);
create index claim_report on claim (report_id);
create index claim_sides on claim (sides);
create index claim_supplier on claim (supplier, kind);
create index claim_recipient on claim (recipient, kind);
create index claim_lot on claim (lot);
create index claim_lineage on claim (lineage);
create index claim_stage on claim (stage);

create table claim_subject (
  claim_id bigint not null references claim (id),
  subject text not null
);
create index claim_subject_claim on claim_subject (claim_id);
create index claim_subject_subject on claim_subject (subject);

create table claim_side (
  claim_id bigint not null references claim (id),
  side text not null
);
create index claim_side_claim on claim_side (claim_id);
create index claim_side_side on claim_side (side);

-- Every side of a claim with everything that it is about: what claims near another are found by.
create table claim_near (
  side text not null,
  subject text not null,
  closed integer not null,
  claim_id bigint not null references claim (id)
);
create index claim_near_side on claim_near (side, subject, closed, claim_id);
create index claim_near_claim on claim_near (claim_id);

create table dealing (
  founder text not null primary key,
  id text not null unique,
  kind text not null,
  supplier text,
  recipient text,
  together text not null,
  title text not null,
  stage text not null,
  disputed integer not null,
  vague integer not null,
  first_day text not null,
  last_day text not null,
  reports integer not null,
  voices integer not null,
  claims integer not null,
  contradictions text not null,
  circles text not null
);
create index dealing_supplier on dealing (supplier, last_day);
create index dealing_recipient on dealing (recipient, last_day);
create index dealing_last on dealing (last_day);
create index dealing_stage on dealing (stage, last_day);

create table dealing_lot (
  lot text not null primary key,
  founder text not null
);
create index dealing_lot_founder on dealing_lot (founder);

create table dealing_subject (
  founder text not null,
  subject text not null,
  primary key (founder, subject)
);
create index dealing_subject_subject on dealing_subject (subject);

create table dealing_voice (
  founder text not null,
  voice text not null,
  name text not null,
  primary key (founder, voice)
);

create table decision (
  id ${identity},
  decided text not null,
  who text not null,
  what text not null,
  claim_key text,
  other_key text,
  field text,
  content text,
  reason text not null,
  undoes bigint
);
create index decision_claim on decision (claim_key);

create table visit (
  url text not null primary key,
  etag text,
  last_modified text,
  visited text not null,
  next_visit text not null,
  failures integer not null
);
