-- How many claims count is asked on every first look: all that there are, which any index tells,
-- less those that do not count, which are few.
create index claim_fallen on claim (id) where standing = 0;
