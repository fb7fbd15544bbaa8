-- What lists and counts of dealings are read from, so that they are read in their order and alone:
-- the columns of dealings that are filtered and sorted by stand beside what dealings are about and
-- beside their sides.

alter table dealing_subject add column id text;
alter table dealing_subject add column supplier text;
alter table dealing_subject add column recipient text;
alter table dealing_subject add column stage text;
alter table dealing_subject add column last_day text;
update dealing_subject set
  id = (select d.id from dealing d where d.founder = dealing_subject.founder),
  supplier = (select d.supplier from dealing d where d.founder = dealing_subject.founder),
  recipient = (select d.recipient from dealing d where d.founder = dealing_subject.founder),
  stage = (select d.stage from dealing d where d.founder = dealing_subject.founder),
  last_day = (select d.last_day from dealing d where d.founder = dealing_subject.founder);
drop index dealing_subject_subject;
create index dealing_subject_subject
  on dealing_subject (subject, last_day desc, id, stage, supplier, recipient);
create index dealing_subject_stage on dealing_subject (subject, stage, last_day desc, id);
create index dealing_subject_supplier
  on dealing_subject (supplier, subject, last_day desc, id, stage);
create index dealing_subject_recipient
  on dealing_subject (recipient, subject, last_day desc, id, stage);

create table dealing_side (
  founder text not null,
  side text not null,
  id text not null,
  stage text not null,
  last_day text not null,
  primary key (founder, side)
);
insert into dealing_side (founder, side, id, stage, last_day)
  select distinct d.founder, s.side, d.id, d.stage, d.last_day
  from dealing d
  join dealing_lot l on l.founder = d.founder
  join claim c on c.lot = l.lot
  join claim_side s on s.claim_id = c.id
  where c.standing = 1
    and (s.side = d.supplier or s.side = d.recipient
      or '+' || d.together || '+' like '%+' || s.side || '+%');
create index dealing_side_side on dealing_side (side, last_day desc, id, stage);

drop index dealing_supplier;
drop index dealing_recipient;
drop index dealing_last;
drop index dealing_stage;
create index dealing_supplier on dealing (supplier, last_day desc, id, stage);
create index dealing_recipient on dealing (recipient, last_day desc, id, stage);
create index dealing_supplier_stage on dealing (supplier, stage, last_day desc, id);
create index dealing_recipient_stage on dealing (recipient, stage, last_day desc, id);
create index dealing_pair on dealing (supplier, recipient, kind, first_day, voices);
create index dealing_pair_back on dealing (recipient, supplier, kind, first_day, voices);
create index dealing_last on dealing (last_day desc, id);
create index dealing_stage on dealing (stage, last_day desc, id);
