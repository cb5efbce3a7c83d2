import { builder } from "../builder.ts";

export const Direction = builder.enumType("Direction", {
  description: "From which end a list is ordered. New values may be added",
  values: {
    ASC: { value: "asc", description: "Ascending: the earliest, smallest or alphabetically first to begin with" },
    DESC: { value: "desc", description: "Descending: the latest, largest or alphabetically last to begin with" },
  } as const,
});
