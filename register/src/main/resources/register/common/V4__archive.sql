-- How far archives have been read whose reading was broken off.

create table archive_place (
  archive text not null primary key,  -- what its first bytes and its length come to
  record bigint not null,             -- the last record that was seen to, from 1
  place bigint not null               -- the byte at which that record begins
);
