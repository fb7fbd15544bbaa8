-- What reads reports into the register, while it does so and afterwards.

create table run (
  id ${identity},
  command text not null,             -- "ingest", "watch"
  what text not null,                -- what it was told to read
  begun text not null,
  beat text not null,                -- when it last said that it is alive
  ended text,                        -- none while it goes on, or where it was broken off
  seen bigint not null,              -- reports, pages and records looked at
  kept bigint not null,              -- read and kept
  passed bigint not null,            -- passed over: there already, or nothing in them
  failed bigint not null,            -- could not be used
  faults text not null               -- what was wrong with the last of these, a line each
);
create index run_begun on run (begun);
