/** A place in a change set: its document, and a JSON pointer (RFC 6901) into it. */
export interface Place {
  file: string;
  path: string;
}

/** What is wrong, and where. */
export interface Fault extends Place {
  message: string;
}

/** A place inside another one. */
export function within(place: Place, ...steps: readonly (string | number)[]): Place {
  return { file: place.file, path: place.path + pointer(steps) };
}

export function faultAt(place: Place, message: string): Fault {
  return { file: place.file, path: place.path, message };
}

function pointer(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
