-- The days of the reports on each dealing, one for each report, in order and with blanks between
-- them: lists draw them, and would have to look up every claim and report for it.
alter table dealing add column report_days text not null default '';
update dealing set report_days = told.days
  from (
    select founder, string_agg(day, ' ' order by day) as days
    from (
      select distinct l.founder as founder, r.id as id, r.day as day
      from claim c
      join dealing_lot l on l.lot = c.lot
      join report r on r.id = c.report_id
      where c.standing = 1
    ) report_of
    group by founder
  ) told
  where told.founder = dealing.founder;
