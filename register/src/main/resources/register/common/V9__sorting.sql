-- Lists that are sorted by the first report, by reports or by sources looked at every dealing that
-- is asked for; what they are sorted by stands in the indexes now that these are found in. And
-- dealings between two sides are found by both.

drop index dealing_subject_subject;
drop index dealing_subject_stage;
drop index dealing_subject_supplier;
drop index dealing_subject_recipient;
alter table dealing_subject add column first_day text;
alter table dealing_subject add column reports integer;
alter table dealing_subject add column voices integer;
update dealing_subject set first_day = d.first_day, reports = d.reports, voices = d.voices
  from dealing d where d.founder = dealing_subject.founder;
create index dealing_subject_subject on dealing_subject
  (subject, last_day desc, id, stage, supplier, recipient, first_day, reports, voices);
create index dealing_subject_stage on dealing_subject
  (subject, stage, last_day desc, id, first_day, reports, voices);
create index dealing_subject_supplier on dealing_subject
  (supplier, subject, last_day desc, id, stage, recipient, first_day, reports, voices);
create index dealing_subject_recipient on dealing_subject
  (recipient, subject, last_day desc, id, stage, supplier, first_day, reports, voices);

drop index dealing_side_side;
alter table dealing_side add column first_day text;
alter table dealing_side add column reports integer;
alter table dealing_side add column voices integer;
update dealing_side set first_day = d.first_day, reports = d.reports, voices = d.voices
  from dealing d where d.founder = dealing_side.founder;
create index dealing_side_side on dealing_side
  (side, last_day desc, id, stage, first_day, reports, voices);

drop index dealing_supplier;
drop index dealing_recipient;
drop index dealing_supplier_stage;
drop index dealing_recipient_stage;
drop index dealing_stage;
create index dealing_supplier on dealing
  (supplier, last_day desc, id, stage, first_day, reports, voices);
create index dealing_recipient on dealing
  (recipient, last_day desc, id, stage, first_day, reports, voices);
create index dealing_supplier_stage on dealing
  (supplier, stage, last_day desc, id, first_day, reports, voices);
create index dealing_recipient_stage on dealing
  (recipient, stage, last_day desc, id, first_day, reports, voices);
create index dealing_stage on dealing (stage, last_day desc, id, first_day, reports, voices);
create index dealing_sides on dealing
  (supplier, recipient, last_day desc, id, stage, first_day, reports, voices);
