-- Full text over reports, with what their claims rest on and who is cited.
create virtual table report_search using fts5 (
  title, body, sources,
  tokenize = 'porter unicode61 remove_diacritics 2'
);
