import type { ActorInput } from "../../../src/nouns/actor.ts";
import { tryPartialDate } from "../../../src/domain/time/partial-date.ts";
import { fitted } from "../fitted.ts";
import { type JsonFile, lineOf } from "../native/json-line.ts";
import type { ActorQuery } from "../destination/destination.ts";
import type { Origin, Piece, Read } from "../file/piece.ts";
import { type PopoloAgent, popoloActor, popoloIdentifiers } from "./popolo-actor.ts";
import { boundsOf, type Dated, lifeOf, type PopoloEvent, termsAmong } from "./popolo-bounds.ts";
import { popoloDate } from "./popolo-date.ts";
import { officePeriod } from "./popolo-period.ts";
import { slugOf } from "../slug.ts";

interface PopoloPost extends Dated {
  id?: string;
  label?: string;
  role?: string;
  organization_id?: string;
}

interface PopoloMembership extends Dated {
  id?: string;
  role?: string;
  label?: string;
  person_id?: string;
  organization_id?: string;
  post_id?: string;
  legislative_period_id?: string;
}

export interface Popolo {
  persons?: PopoloAgent[];
  organizations?: PopoloAgent[];
  memberships?: PopoloMembership[];
  posts?: PopoloPost[];
  events?: PopoloEvent[] | null;
}

/** What identifies the actors of a file, so that those that are there already can be read. */
export function popoloQuery(source: JsonFile): ActorQuery[] {
  const agents = [...(asPopolo(source).persons ?? []), ...(asPopolo(source).organizations ?? [])];
  return [
    { slugs: agents.map(({ name }) => slugOf(name ?? "")).filter((slug) => slug !== "") },
    { identifiers: agents.flatMap((agent) => popoloIdentifiers(agent, schemeOf(source))) },
  ];
}

/** Persons and organizations as actors, beside those that are loaded and those that files before this one have, and who had which post, or part, in what as offices. */
export function* readPopolo(
  source: JsonFile,
  loaded: readonly ActorInput[],
  before: readonly Piece[] = [],
): Generator<Read> {
  const known = [...loaded, ...before.map(({ json }) => json as ActorInput)];
  const { persons = [], organizations = [], memberships = [], posts = [], events } = asPopolo(source);
  const scheme = schemeOf(source);
  const at = (path: string): Origin => ({ file: source.file, line: lineOf(source.text, path) });
  const identified = new Map(
    known.flatMap((actor) =>
      (actor.identifiers ?? []).map(({ scheme, value }) => [`${scheme} ${value}`, actor] as const),
    ),
  );
  const taken = new Set(known.map(({ slug }) => slug));
  const slugs = new Map<string, string>();

  const enlist = (agent: PopoloAgent, type: "PERSON" | "ORGANIZATION"): ActorInput => {
    const found = popoloIdentifiers(agent, scheme)
      .map(({ scheme, value }) => identified.get(`${scheme} ${value}`))
      .find((actor) => actor?.type === type);
    const actor = popoloActor(agent, type, scheme, found, (base) => {
      let slug = base;
      for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
      taken.add(slug);
      return slug;
    });
    if (agent.id !== undefined) slugs.set(`${type} ${agent.id}`, actor.slug);
    return actor;
  };

  const drafts: { agent: PopoloAgent; actor: ActorInput; path: string }[] = [];
  for (const [list, type, agents] of [
    ["organizations", "ORGANIZATION", organizations],
    ["persons", "PERSON", persons],
  ] as const) {
    for (const [index, agent] of agents.entries()) {
      const path = `/${list}/${index}`;
      if (fitted(agent.name ?? "", 200) === "") yield { ...at(path), reason: "it has no name" };
      else drafts.push({ agent, actor: enlist(agent, type), path });
    }
  }
  const article = `${scheme}-data`;
  yield {
    list: "articles",
    json: { slug: article, title: `[Popolo data: ${fitted(source.file, 200)}]`, language: "en" },
    origin: at(""),
  };
  for (const { agent, actor, path } of parentsFirst(drafts)) {
    const parent = agent.parent_id === undefined ? undefined : slugs.get(`ORGANIZATION ${agent.parent_id}`);
    const json = parent === undefined || actor.parent !== undefined ? actor : { ...actor, parent };
    yield { list: "actors", json, origin: at(path) };
  }
  const postOf = finder(posts);
  const personOf = finder(persons);
  const bodyOf = finder(organizations);
  const termOf = finder(termsAmong(events ?? []));
  const keys = new Set<string>();
  for (const [index, membership] of memberships.entries()) {
    yield office(membership, at(`/memberships/${index}`));
  }

  function office(membership: PopoloMembership, origin: Origin): Read {
    const post = postOf(membership.post_id);
    const person = slugs.get(`PERSON ${membership.person_id}`);
    const body = slugs.get(`ORGANIZATION ${membership.organization_id ?? post?.organization_id}`);
    if (person === undefined) return { ...origin, reason: "its member is no person of this file" };
    if (body === undefined) return { ...origin, reason: "its organization, or that of its post, is not in this file" };
    const title = fitted(membership.label ?? post?.label ?? membership.role ?? post?.role ?? "Member", 200);
    for (const date of [membership.start_date, membership.end_date].map(popoloDate)) {
      if (date !== null && tryPartialDate(date) === null) return { ...origin, reason: `"${date}" is not a date` };
    }
    const [written, term] = [boundsOf(membership), termOf(membership.legislative_period_id)];
    const period = officePeriod(written, boundsOf(term), [
      lifeOf(personOf(membership.person_id)),
      lifeOf(bodyOf(membership.organization_id ?? post?.organization_id)),
      boundsOf(post),
    ]);
    // Not of days that bound it: it keeps its name when those are mended.
    const since = written.start?.edtf ?? slugOf(term?.id ?? "");
    const named = membership.id
      ? slugOf(membership.id)
      : [person, body, slugOf(title), since].filter(Boolean).join("/");
    let key = `${scheme}/${named}`;
    for (let number = 2; keys.has(key); number += 1) key = `${scheme}/${named}/${number}`;
    keys.add(key);
    return {
      list: "offices",
      json: { key, title, person, body, ...period, citations: [{ article, exact: null }] },
      origin,
    };
  }
}

/** Finds one of many by its id. */
function finder<T extends { id?: string }>(all: readonly T[]): (id: string | undefined) => T | undefined {
  const byId = new Map(all.map((one) => [one.id, one]));
  return (id) => (id === undefined ? undefined : byId.get(id));
}

function parentsFirst<D extends { agent: PopoloAgent }>(drafts: readonly D[]): D[] {
  const byId = new Map(drafts.map((draft) => [draft.agent.id, draft]));
  const sorted = new Set<D>();
  const visit = (draft: D, path: readonly D[]): void => {
    const parent = draft.agent.parent_id === undefined ? undefined : byId.get(draft.agent.parent_id);
    if (parent !== undefined && !path.includes(parent)) visit(parent, [...path, draft]);
    sorted.add(draft);
  };
  for (const draft of drafts) visit(draft, []);
  return [...sorted];
}

function asPopolo({ json }: JsonFile): Popolo {
  return Object(json) as Popolo;
}

function schemeOf({ file }: JsonFile): string {
  return `popolo-${slugOf(file.replace(/^.*[\\/]/, "").replace(/\.json$/i, "")) || "file"}`;
}
