/** A change set of made-up alliances, each with two of the data set's states and a state of its own: about six rows an alliance. */
export function drillSource(alliances: number) {
  const numbers = Array.from({ length: alliances }, (_, index) => index + 1);
  const citations = [{ article: "drill" }];
  return {
    actors: numbers.map((number) => ({ slug: `drill-state-${number}`, type: "STATE", name: `Drill state ${number}` })),
    articles: [{ slug: "drill", title: "[Facts made up for the import drill]", language: "en" }],
    alliances: numbers.map((number) => ({
      slug: `drill-${number}`,
      name: `Drill alliance ${number}`,
      kind: "TREATY",
      statuses: [{ code: "IN_FORCE", from: String(1900 + (number % 100)), citations }],
      memberships: ["japan", "france", `drill-state-${number}`].map((actor) => ({
        actor,
        role: "MEMBER",
        from: String(1900 + (number % 100)),
        citations,
      })),
    })),
  };
}
