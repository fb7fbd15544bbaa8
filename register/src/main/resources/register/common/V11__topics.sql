-- What claims with both sides known are about, and when, beside their sides: when a report comes in,
-- only the claims of the same sides that its own have to do with are brought together again. Types
-- stand as they are, their sorts behind a plus; sorts of claims that name no type behind a tilde; a
-- dash stands for claims that name neither.

create table claim_topic (
  sides text not null,
  topic text not null,
  from_day text not null,
  to_day text not null,
  claim_id bigint not null references claim (id)
);
insert into claim_topic (sides, topic, from_day, to_day, claim_id)
  select c.sides, s.subject, c.from_day, c.to_day, c.id
  from claim c
  join claim_subject s on s.claim_id = c.id
  where c.closed = 1 and substr(s.subject, 1, 1) <> '~';
insert into claim_topic (sides, topic, from_day, to_day, claim_id)
  select c.sides,
    case when exists (
        select 1 from claim_subject t
        where t.claim_id = c.id and substr(t.subject, 1, 1) <> '~')
      then '+' || substr(s.subject, 2) else s.subject end,
    c.from_day, c.to_day, c.id
  from claim c
  join claim_subject s on s.claim_id = c.id
  where c.closed = 1 and substr(s.subject, 1, 1) = '~';
insert into claim_topic (sides, topic, from_day, to_day, claim_id)
  select c.sides, '-', c.from_day, c.to_day, c.id
  from claim c
  where c.closed = 1 and not exists (select 1 from claim_subject s where s.claim_id = c.id);
create index claim_topic_sides on claim_topic (sides, topic, from_day, to_day, claim_id);
create index claim_topic_claim on claim_topic (claim_id);

create index claim_worth on claim (sides, worth) where worth is not null;
drop index claim_sides;
create index claim_sides on claim (sides, from_day);
