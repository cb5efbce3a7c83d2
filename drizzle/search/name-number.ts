/** Where a name stands: what it is the name of follows from its place and the id of the row that has it. */
export const namePlaces = ["ACTOR", "ALLIANCE", "ACRONYM", "ALIAS"] as const;

export type NamePlace = (typeof namePlaces)[number];

/** The number of a name in the indexes of names: 4 × the id of its row, and its place. */
export function nameNumber(place: NamePlace, id: number): number {
  return namePlaces.length * id + namePlaces.indexOf(place);
}

/** SQL of that number. */
export function nameNumberSql(place: NamePlace, id: string): string {
  const added = namePlaces.indexOf(place);
  return `${namePlaces.length} * ${id}${added === 0 ? "" : ` + ${added}`}`;
}
