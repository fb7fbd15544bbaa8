-- How many claims count on each day is told by this index, without looking at any claim.
drop index claim_report;
create index claim_report on claim (report_id, standing);
