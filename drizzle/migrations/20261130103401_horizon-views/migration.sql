DROP VIEW IF EXISTS partnerships;
--> statement-breakpoint
CREATE VIEW partnerships AS select
  mine.id as actor_membership_id, theirs.id as partner_membership_id, spell.id as alliance_status_id,
  mine.actor_id, theirs.actor_id as partner_id, mine.alliance_id, alliance.kind, spell.code as status,
  case when mine.from_earliest = max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) and mine.from_latest = max(mine.from_latest, theirs.from_latest, spell.from_latest) then mine.from_edtf when theirs.from_earliest = max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) and theirs.from_latest = max(mine.from_latest, theirs.from_latest, spell.from_latest) then theirs.from_edtf when spell.from_earliest = max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) and spell.from_latest = max(mine.from_latest, theirs.from_latest, spell.from_latest) then spell.from_edtf else case max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) when '0001-01-01' then '..' else max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) end || '/' || case max(mine.from_latest, theirs.from_latest, spell.from_latest) when '9999-12-31' then '..' else max(mine.from_latest, theirs.from_latest, spell.from_latest) end end as from_edtf,
  case when mine.to_earliest = min(mine.to_earliest, theirs.to_earliest, spell.to_earliest) and mine.to_latest = min(mine.to_latest, theirs.to_latest, spell.to_latest) then mine.to_edtf when theirs.to_earliest = min(mine.to_earliest, theirs.to_earliest, spell.to_earliest) and theirs.to_latest = min(mine.to_latest, theirs.to_latest, spell.to_latest) then theirs.to_edtf when spell.to_earliest = min(mine.to_earliest, theirs.to_earliest, spell.to_earliest) and spell.to_latest = min(mine.to_latest, theirs.to_latest, spell.to_latest) then spell.to_edtf else case min(mine.to_earliest, theirs.to_earliest, spell.to_earliest) when '0001-01-01' then '..' else min(mine.to_earliest, theirs.to_earliest, spell.to_earliest) end || '/' || case min(mine.to_latest, theirs.to_latest, spell.to_latest) when '9999-12-31' then '..' else min(mine.to_latest, theirs.to_latest, spell.to_latest) end end as to_edtf,
  max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) as from_earliest, max(mine.from_latest, theirs.from_latest, spell.from_latest) as from_latest, min(mine.to_earliest, theirs.to_earliest, spell.to_earliest) as to_earliest, min(mine.to_latest, theirs.to_latest, spell.to_latest) as to_latest, min(mine.attested_until, theirs.attested_until, spell.attested_until) as attested_until
from memberships as mine
join alliances as alliance on alliance.id = mine.alliance_id
join memberships as theirs on theirs.alliance_id = mine.alliance_id and theirs.actor_id <> mine.actor_id
join alliance_statuses as spell on spell.alliance_id = mine.alliance_id
where mine.role in ('MEMBER', 'CONTRIBUTING_PARTICIPANT') and theirs.role in ('MEMBER', 'CONTRIBUTING_PARTICIPANT')
  and max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) < min(mine.to_latest, theirs.to_latest, spell.to_latest)
  and (mine.rank = 'PREFERRED' or (mine.rank = 'NORMAL' and not exists (select 1 from memberships as better where better.rank = 'PREFERRED' and better.actor_id = mine.actor_id and better.alliance_id = mine.alliance_id and better.role = mine.role and better.from_earliest < mine.to_latest and mine.from_earliest < better.to_latest)))
  and (theirs.rank = 'PREFERRED' or (theirs.rank = 'NORMAL' and not exists (select 1 from memberships as better where better.rank = 'PREFERRED' and better.actor_id = theirs.actor_id and better.alliance_id = theirs.alliance_id and better.role = theirs.role and better.from_earliest < theirs.to_latest and theirs.from_earliest < better.to_latest)))
  and (spell.rank = 'PREFERRED' or (spell.rank = 'NORMAL' and not exists (select 1 from alliance_statuses as better where better.rank = 'PREFERRED' and better.alliance_id = spell.alliance_id and better.code = spell.code and better.from_earliest < spell.to_latest and spell.from_earliest < better.to_latest)));
--> statement-breakpoint
DROP VIEW IF EXISTS actor_partners;
--> statement-breakpoint
CREATE VIEW actor_partners AS select actor.id as actor_id, partner.id as partner_id, partner.name as partner_name
from actors as actor cross join actors as partner;
--> statement-breakpoint
DROP VIEW IF EXISTS actor_alliances;
--> statement-breakpoint
CREATE VIEW actor_alliances AS select actor.id as actor_id, alliance.id as alliance_id, alliance.name as alliance_name, alliance.kind
from actors as actor cross join alliances as alliance;
--> statement-breakpoint
DROP VIEW IF EXISTS actor_events;
--> statement-breakpoint
CREATE VIEW actor_events AS select part.actor_id, event.id, event.kind, event.from_earliest, event.from_latest, event.to_earliest, event.to_latest, event.announced_earliest
from event_participants as part join events as event on event.id = part.event_id
where not exists (select 1 from event_participants as earlier where earlier.actor_id = part.actor_id and earlier.event_id = part.event_id and earlier.id < part.id);
--> statement-breakpoint
DROP VIEW IF EXISTS article_events;
--> statement-breakpoint
CREATE VIEW article_events AS select citation.article_id, event.id, event.kind, event.from_earliest, event.from_latest, event.to_earliest, event.to_latest, event.announced_earliest
from citations as citation join events as event on event.id = citation.event_id
where not exists (select 1 from citations as earlier where earlier.event_id = citation.event_id and earlier.article_id = citation.article_id and earlier.id < citation.id);
--> statement-breakpoint
DROP VIEW IF EXISTS article_actors;
--> statement-breakpoint
CREATE VIEW article_actors AS select article.id as article_id, actor.id as actor_id, actor.name as actor_name
from articles as article cross join actors as actor;
--> statement-breakpoint
DROP VIEW IF EXISTS article_alliances;
--> statement-breakpoint
CREATE VIEW article_alliances AS select article.id as article_id, alliance.id as alliance_id, alliance.name as alliance_name
from articles as article cross join alliances as alliance;
--> statement-breakpoint
DROP VIEW IF EXISTS search_entries;
--> statement-breakpoint
CREATE VIEW search_entries AS select rowid as id,
  iif(rowid % 4 = 0, rowid / 4, null) as actor_id,
  iif(rowid % 4 = 1, rowid / 4, null) as alliance_id,
  iif(rowid % 4 = 2, rowid / 4, null) as article_id,
  iif(rowid % 4 = 3, rowid / 4, null) as statement_id
from search_index;
--> statement-breakpoint
DROP VIEW IF EXISTS disagreements;
--> statement-breakpoint
CREATE VIEW disagreements AS select 'MEMBERSHIP' as sort, lead.id as lead_id,
  (select min(claim.from_earliest) from memberships as claim where claim.actor_id = lead.actor_id and claim.alliance_id = lead.alliance_id and claim.role = lead.role and exists (select 1 from memberships as rival where rival.actor_id = claim.actor_id and rival.alliance_id = claim.alliance_id and rival.role = claim.role and rival.id <> claim.id and rival.from_earliest < claim.to_latest and claim.from_earliest < rival.to_latest and (rival.rank <> claim.rank or (rival.from_latest < claim.to_earliest and claim.from_latest < rival.to_earliest and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))) as from_earliest,
  actor.name || ', ' || lower(replace(lead.role, '_', ' ')) || ' of ' || alliance.name as what, lead.actor_id as subject_actor_id, null as subject_alliance_id,
  (select group_concat(claim.rank) from memberships as claim where claim.actor_id = lead.actor_id and claim.alliance_id = lead.alliance_id and claim.role = lead.role and exists (select 1 from memberships as rival where rival.actor_id = claim.actor_id and rival.alliance_id = claim.alliance_id and rival.role = claim.role and rival.id <> claim.id and rival.from_earliest < claim.to_latest and claim.from_earliest < rival.to_latest and (rival.rank <> claim.rank or (rival.from_latest < claim.to_earliest and claim.from_latest < rival.to_earliest and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))) as ranks
from memberships as lead join actors as actor on actor.id = lead.actor_id join alliances as alliance on alliance.id = lead.alliance_id
where exists (select 1 from memberships as rival where rival.actor_id = lead.actor_id and rival.alliance_id = lead.alliance_id and rival.role = lead.role and rival.id <> lead.id and rival.from_earliest < lead.to_latest and lead.from_earliest < rival.to_latest and (rival.rank <> lead.rank or (rival.from_latest < lead.to_earliest and lead.from_latest < rival.to_earliest and (rival.from_edtf is not lead.from_edtf or rival.to_edtf is not lead.to_edtf)))) and not exists (select 1 from memberships as claim where claim.actor_id = lead.actor_id and claim.alliance_id = lead.alliance_id and claim.role = lead.role and exists (select 1 from memberships as rival where rival.actor_id = claim.actor_id and rival.alliance_id = claim.alliance_id and rival.role = claim.role and rival.id <> claim.id and rival.from_earliest < claim.to_latest and claim.from_earliest < rival.to_latest and (rival.rank <> claim.rank or (rival.from_latest < claim.to_earliest and claim.from_latest < rival.to_earliest and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf)))) and claim.id < lead.id)
union all
select 'ALLIANCE_STATUS' as sort, lead.id as lead_id,
  (select min(claim.from_earliest) from alliance_statuses as claim where claim.alliance_id = lead.alliance_id and claim.code = lead.code and exists (select 1 from alliance_statuses as rival where rival.alliance_id = claim.alliance_id and rival.code = claim.code and rival.id <> claim.id and rival.from_earliest < claim.to_latest and claim.from_earliest < rival.to_latest and (rival.rank <> claim.rank or (rival.from_latest < claim.to_earliest and claim.from_latest < rival.to_earliest and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))) as from_earliest,
  alliance.name || ', ' || lower(replace(lead.code, '_', ' ')) as what, null as subject_actor_id, lead.alliance_id as subject_alliance_id,
  (select group_concat(claim.rank) from alliance_statuses as claim where claim.alliance_id = lead.alliance_id and claim.code = lead.code and exists (select 1 from alliance_statuses as rival where rival.alliance_id = claim.alliance_id and rival.code = claim.code and rival.id <> claim.id and rival.from_earliest < claim.to_latest and claim.from_earliest < rival.to_latest and (rival.rank <> claim.rank or (rival.from_latest < claim.to_earliest and claim.from_latest < rival.to_earliest and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))) as ranks
from alliance_statuses as lead join alliances as alliance on alliance.id = lead.alliance_id
where exists (select 1 from alliance_statuses as rival where rival.alliance_id = lead.alliance_id and rival.code = lead.code and rival.id <> lead.id and rival.from_earliest < lead.to_latest and lead.from_earliest < rival.to_latest and (rival.rank <> lead.rank or (rival.from_latest < lead.to_earliest and lead.from_latest < rival.to_earliest and (rival.from_edtf is not lead.from_edtf or rival.to_edtf is not lead.to_edtf)))) and not exists (select 1 from alliance_statuses as claim where claim.alliance_id = lead.alliance_id and claim.code = lead.code and exists (select 1 from alliance_statuses as rival where rival.alliance_id = claim.alliance_id and rival.code = claim.code and rival.id <> claim.id and rival.from_earliest < claim.to_latest and claim.from_earliest < rival.to_latest and (rival.rank <> claim.rank or (rival.from_latest < claim.to_earliest and claim.from_latest < rival.to_earliest and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf)))) and claim.id < lead.id)
union all
select 'OFFICE' as sort, lead.id as lead_id,
  (select min(claim.from_earliest) from offices as claim where claim.person_id = lead.person_id and claim.body_id = lead.body_id and claim.title = lead.title and exists (select 1 from offices as rival where rival.person_id = claim.person_id and rival.body_id = claim.body_id and rival.title = claim.title and rival.id <> claim.id and rival.from_earliest < claim.to_latest and claim.from_earliest < rival.to_latest and (rival.rank <> claim.rank or (rival.from_latest < claim.to_earliest and claim.from_latest < rival.to_earliest and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))) as from_earliest,
  actor.name || ', ' || lead.title as what, lead.person_id as subject_actor_id, null as subject_alliance_id,
  (select group_concat(claim.rank) from offices as claim where claim.person_id = lead.person_id and claim.body_id = lead.body_id and claim.title = lead.title and exists (select 1 from offices as rival where rival.person_id = claim.person_id and rival.body_id = claim.body_id and rival.title = claim.title and rival.id <> claim.id and rival.from_earliest < claim.to_latest and claim.from_earliest < rival.to_latest and (rival.rank <> claim.rank or (rival.from_latest < claim.to_earliest and claim.from_latest < rival.to_earliest and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))) as ranks
from offices as lead join actors as actor on actor.id = lead.person_id
where exists (select 1 from offices as rival where rival.person_id = lead.person_id and rival.body_id = lead.body_id and rival.title = lead.title and rival.id <> lead.id and rival.from_earliest < lead.to_latest and lead.from_earliest < rival.to_latest and (rival.rank <> lead.rank or (rival.from_latest < lead.to_earliest and lead.from_latest < rival.to_earliest and (rival.from_edtf is not lead.from_edtf or rival.to_edtf is not lead.to_edtf)))) and not exists (select 1 from offices as claim where claim.person_id = lead.person_id and claim.body_id = lead.body_id and claim.title = lead.title and exists (select 1 from offices as rival where rival.person_id = claim.person_id and rival.body_id = claim.body_id and rival.title = claim.title and rival.id <> claim.id and rival.from_earliest < claim.to_latest and claim.from_earliest < rival.to_latest and (rival.rank <> claim.rank or (rival.from_latest < claim.to_earliest and claim.from_latest < rival.to_earliest and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf)))) and claim.id < lead.id)
union all
select 'EVENT' as sort, lead.id as lead_id,
  (select min(claim.from_earliest) from events as claim where (claim.id = coalesce(lead.version_of_id, lead.id) or claim.version_of_id = coalesce(lead.version_of_id, lead.id)) and (claim.version_of_id is not null or exists (select 1 from events as version where version.version_of_id = claim.id))) as from_earliest,
  lead.title as what, null as subject_actor_id, lead.alliance_id as subject_alliance_id,
  (select group_concat(claim.rank) from events as claim where (claim.id = coalesce(lead.version_of_id, lead.id) or claim.version_of_id = coalesce(lead.version_of_id, lead.id)) and (claim.version_of_id is not null or exists (select 1 from events as version where version.version_of_id = claim.id))) as ranks
from events as lead 
where (lead.version_of_id is not null or exists (select 1 from events as version where version.version_of_id = lead.id)) and not exists (select 1 from events as claim where (claim.id = coalesce(lead.version_of_id, lead.id) or claim.version_of_id = coalesce(lead.version_of_id, lead.id)) and (claim.version_of_id is not null or exists (select 1 from events as version where version.version_of_id = claim.id)) and claim.id = lead.version_of_id);
--> statement-breakpoint
DROP VIEW IF EXISTS claims;
--> statement-breakpoint
CREATE VIEW claims AS select 'MEMBERSHIP' as sort, lead.id as lead_id, claim.id as claim_id,
  claim.id as membership_id, null as alliance_status_id, null as office_id, null as event_id,
  claim.rank, case claim.rank when 'PREFERRED' then 0 when 'NORMAL' then 1 when 'DEPRECATED' then 2 end as rank_place, (claim.rank = 'PREFERRED' or (claim.rank = 'NORMAL' and not exists (select 1 from memberships as better where better.rank = 'PREFERRED' and better.actor_id = claim.actor_id and better.alliance_id = claim.alliance_id and better.role = claim.role and better.from_earliest < claim.to_latest and claim.from_earliest < better.to_latest))) as decides, claim.from_edtf as date, claim.from_edtf, claim.to_edtf, claim.from_earliest, claim.attested_until as attested_until
from memberships as lead join memberships as claim where claim.actor_id = lead.actor_id and claim.alliance_id = lead.alliance_id and claim.role = lead.role and exists (select 1 from memberships as rival where rival.actor_id = claim.actor_id and rival.alliance_id = claim.alliance_id and rival.role = claim.role and rival.id <> claim.id and rival.from_earliest < claim.to_latest and claim.from_earliest < rival.to_latest and (rival.rank <> claim.rank or (rival.from_latest < claim.to_earliest and claim.from_latest < rival.to_earliest and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))
union all
select 'ALLIANCE_STATUS' as sort, lead.id as lead_id, claim.id as claim_id,
  null as membership_id, claim.id as alliance_status_id, null as office_id, null as event_id,
  claim.rank, case claim.rank when 'PREFERRED' then 0 when 'NORMAL' then 1 when 'DEPRECATED' then 2 end as rank_place, (claim.rank = 'PREFERRED' or (claim.rank = 'NORMAL' and not exists (select 1 from alliance_statuses as better where better.rank = 'PREFERRED' and better.alliance_id = claim.alliance_id and better.code = claim.code and better.from_earliest < claim.to_latest and claim.from_earliest < better.to_latest))) as decides, claim.from_edtf as date, claim.from_edtf, claim.to_edtf, claim.from_earliest, claim.attested_until as attested_until
from alliance_statuses as lead join alliance_statuses as claim where claim.alliance_id = lead.alliance_id and claim.code = lead.code and exists (select 1 from alliance_statuses as rival where rival.alliance_id = claim.alliance_id and rival.code = claim.code and rival.id <> claim.id and rival.from_earliest < claim.to_latest and claim.from_earliest < rival.to_latest and (rival.rank <> claim.rank or (rival.from_latest < claim.to_earliest and claim.from_latest < rival.to_earliest and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))
union all
select 'OFFICE' as sort, lead.id as lead_id, claim.id as claim_id,
  null as membership_id, null as alliance_status_id, claim.id as office_id, null as event_id,
  claim.rank, case claim.rank when 'PREFERRED' then 0 when 'NORMAL' then 1 when 'DEPRECATED' then 2 end as rank_place, (claim.rank = 'PREFERRED' or (claim.rank = 'NORMAL' and not exists (select 1 from offices as better where better.rank = 'PREFERRED' and better.person_id = claim.person_id and better.body_id = claim.body_id and better.title = claim.title and better.from_earliest < claim.to_latest and claim.from_earliest < better.to_latest))) as decides, claim.from_edtf as date, claim.from_edtf, claim.to_edtf, claim.from_earliest, claim.attested_until as attested_until
from offices as lead join offices as claim where claim.person_id = lead.person_id and claim.body_id = lead.body_id and claim.title = lead.title and exists (select 1 from offices as rival where rival.person_id = claim.person_id and rival.body_id = claim.body_id and rival.title = claim.title and rival.id <> claim.id and rival.from_earliest < claim.to_latest and claim.from_earliest < rival.to_latest and (rival.rank <> claim.rank or (rival.from_latest < claim.to_earliest and claim.from_latest < rival.to_earliest and (rival.from_edtf is not claim.from_edtf or rival.to_edtf is not claim.to_edtf))))
union all
select 'EVENT' as sort, lead.id as lead_id, claim.id as claim_id,
  null as membership_id, null as alliance_status_id, null as office_id, claim.id as event_id,
  claim.rank, case claim.rank when 'PREFERRED' then 0 when 'NORMAL' then 1 when 'DEPRECATED' then 2 end as rank_place, (claim.rank = 'PREFERRED' or (claim.rank = 'NORMAL' and not exists (select 1 from events as better where better.rank = 'PREFERRED' and (better.id = coalesce(claim.version_of_id, claim.id) or better.version_of_id = coalesce(claim.version_of_id, claim.id))))) as decides, claim.date as date, claim.from_edtf, claim.to_edtf, claim.from_earliest, null as attested_until
from events as lead join events as claim where (claim.id = coalesce(lead.version_of_id, lead.id) or claim.version_of_id = coalesce(lead.version_of_id, lead.id)) and (claim.version_of_id is not null or exists (select 1 from events as version where version.version_of_id = claim.id));
