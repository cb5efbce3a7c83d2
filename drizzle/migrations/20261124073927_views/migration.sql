DROP VIEW IF EXISTS partnerships;
--> statement-breakpoint
CREATE VIEW partnerships AS select
  mine.id as actor_membership_id, theirs.id as partner_membership_id, spell.id as alliance_status_id,
  mine.actor_id, theirs.actor_id as partner_id, mine.alliance_id, alliance.kind, spell.code as status,
  case when mine.from_earliest = max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) and mine.from_latest = max(mine.from_latest, theirs.from_latest, spell.from_latest) then mine.from_edtf when theirs.from_earliest = max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) and theirs.from_latest = max(mine.from_latest, theirs.from_latest, spell.from_latest) then theirs.from_edtf when spell.from_earliest = max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) and spell.from_latest = max(mine.from_latest, theirs.from_latest, spell.from_latest) then spell.from_edtf else case max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) when '0001-01-01' then '..' else max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) end || '/' || case max(mine.from_latest, theirs.from_latest, spell.from_latest) when '9999-12-31' then '..' else max(mine.from_latest, theirs.from_latest, spell.from_latest) end end as from_edtf,
  case when mine.to_earliest = min(mine.to_earliest, theirs.to_earliest, spell.to_earliest) and mine.to_latest = min(mine.to_latest, theirs.to_latest, spell.to_latest) then mine.to_edtf when theirs.to_earliest = min(mine.to_earliest, theirs.to_earliest, spell.to_earliest) and theirs.to_latest = min(mine.to_latest, theirs.to_latest, spell.to_latest) then theirs.to_edtf when spell.to_earliest = min(mine.to_earliest, theirs.to_earliest, spell.to_earliest) and spell.to_latest = min(mine.to_latest, theirs.to_latest, spell.to_latest) then spell.to_edtf else case min(mine.to_earliest, theirs.to_earliest, spell.to_earliest) when '0001-01-01' then '..' else min(mine.to_earliest, theirs.to_earliest, spell.to_earliest) end || '/' || case min(mine.to_latest, theirs.to_latest, spell.to_latest) when '9999-12-31' then '..' else min(mine.to_latest, theirs.to_latest, spell.to_latest) end end as to_edtf,
  max(mine.from_earliest, theirs.from_earliest, spell.from_earliest) as from_earliest, max(mine.from_latest, theirs.from_latest, spell.from_latest) as from_latest, min(mine.to_earliest, theirs.to_earliest, spell.to_earliest) as to_earliest, min(mine.to_latest, theirs.to_latest, spell.to_latest) as to_latest
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
