-- Full text over reports, with what their claims rest on and who is cited.
create table report_search (
  rowid bigint not null primary key references report (id),
  title text not null,
  body text not null,
  sources text not null,
  words tsvector generated always as (
    setweight(to_tsvector('english', title), 'A') || to_tsvector('english', body)
      || to_tsvector('english', sources)) stored
);
create index report_search_words on report_search using gin (words);
