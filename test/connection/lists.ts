/** Every list of the schema: where it is, the arguments that lead to the tied rows, and what its orders are by. */
interface ListField {
  parent?: string;
  field: string;
  filter?: string;
  orders?: readonly string[];
}

const ROOT = `actor(slug: "root")`;
const PERSON = `actor(slug: "root-person")`;
const TARGET = `actor(slug: "root-target")`;
const PACT = `alliance(slug: "root-pact")`;
const ARTICLE = `article(slug: "root-article")`;

const fields: readonly ListField[] = [
  { field: "actors", filter: `filter: { country: "root" }`, orders: ["NAME"] },
  { field: "alliances", filter: `filter: { parent: "root-pact" }`, orders: ["NAME"] },
  { field: "articles", filter: `filter: { publisher: "root" }`, orders: ["PUBLISHED_ON", "TITLE"] },
  { field: "statements", orders: ["SAID_ON"] },
  { field: "events", orders: ["DATE"] },
  { parent: ROOT, field: "memberships", orders: ["FROM"] },
  { parent: ROOT, field: "alliances", orders: ["NAME"] },
  { parent: ROOT, field: "partnerships" },
  { parent: ROOT, field: "partners", orders: ["NAME"] },
  { parent: ROOT, field: "statements", orders: ["SAID_ON"] },
  { parent: TARGET, field: "mentions", orders: ["SAID_ON"] },
  { parent: ROOT, field: "events", orders: ["DATE"] },
  { parent: `${ROOT} { ... on State`, field: "officeHolders", orders: ["FROM", "TITLE"] },
  { parent: `${PERSON} { ... on Person`, field: "offices", orders: ["FROM", "TITLE"] },
  { parent: PACT, field: "members", orders: ["FROM"] },
  { parent: PACT, field: "memberships", orders: ["FROM"] },
  { parent: PACT, field: "obligations" },
  { parent: PACT, field: "mentions", orders: ["SAID_ON"] },
  { parent: PACT, field: "events", orders: ["DATE"] },
  { parent: ARTICLE, field: "statements", orders: ["SAID_ON"] },
  { parent: ARTICLE, field: "events", orders: ["DATE"] },
  { parent: ARTICLE, field: "actors", orders: ["NAME"] },
  { parent: ARTICLE, field: "alliances", orders: ["NAME"] },
];

/** Each list in each of its orders, with the direction it is read in. */
export const lists: readonly { name: string; descending: boolean; query: string }[] = fields.flatMap(
  ({ orders, ...list }) => {
    if (orders === undefined) return [ofList(list, "", false)];
    return orders.flatMap((order) =>
      (["ASC", "DESC"] as const).map((direction) =>
        ofList(list, `orderBy: { field: ${order}, direction: ${direction} }`, direction === "DESC"),
      ),
    );
  },
);

function ofList({ parent = "", field, filter = "" }: ListField, order: string, descending: boolean) {
  const opened = parent === "" ? "" : `${parent} {`;
  const closed = "}".repeat([...opened].filter((character) => character === "{").length);
  const args = ["first: $first, after: $after, last: $last, before: $before", filter, order].filter(Boolean).join(", ");
  return {
    name: [parent.replace(/\(.*?\)| \{ \.\.\. on/g, ""), field, order].filter(Boolean).join(" "),
    descending,
    query: `query ($first: Int, $after: String, $last: Int, $before: String) {
      ${opened} list: ${field}(${args}) {
        totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      } ${closed}
    }`,
  };
}
