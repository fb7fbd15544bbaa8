-- What the desk keeps beside the register: who may use it, what they did, what they watch; and
-- indexes for the lists that people look at.

create table account (
  name text not null primary key,
  role text not null,
  password text not null,            -- Argon2id, in the usual notation
  created text not null,
  closed integer not null            -- 1 where it may not be used any more
);

create table token (
  hash text not null primary key,    -- SHA-256 of what its owner holds
  account text not null references account (name),
  label text not null,
  created text not null
);

create table audit (
  id ${identity},
  at text not null,
  who text not null,
  what text not null,
  detail text not null
);

create table watch (
  id text not null primary key,
  owner text not null,
  name text not null,
  question text not null,            -- the filters as they stand in an address
  created text not null,
  webhook text,
  secret text,
  last_claim bigint not null         -- claims up to this number have been looked at
);

create table watch_find (
  id ${identity},
  watch text not null references watch (id),
  claim_key text not null,
  found text not null,
  told integer not null              -- 1 where the webhook has answered, or there is none
);
create index watch_find_watch on watch_find (watch, id);
create index watch_find_told on watch_find (told);

create index decision_other on decision (other_key);
create index dealing_disputed on dealing (disputed, last_day);
create index dealing_reports on dealing (reports);
create index dealing_voices on dealing (voices);
create index dealing_voice_name on dealing_voice (name);
