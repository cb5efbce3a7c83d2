/** What an instance says of its data as a whole; nothing of it is in the data themselves. */
export interface About {
  name: string;
  /** An SPDX licence expression. */
  licence: string;
}

/** That of the data set that ships, and of whoever says nothing else. */
export const SHIPPED: About = { name: "Entente", licence: "CC-BY-4.0" };

const LONGEST_NAME = 100;
const SPDX = /^\(*[A-Za-z\d][\w.+:-]*\)*(?: (?:AND|OR|WITH) \(*[A-Za-z\d][\w.+:-]*\)*)*$/;

/** What would be right for a name; null where it is. */
export function nameFault(name: string): string | null {
  const isName = name.trim() === name && name !== "" && name.length <= LONGEST_NAME && !/\p{Cc}/u.test(name);
  return isName ? null : `give a name of 1 to ${LONGEST_NAME} characters, on one line`;
}

/** What would be right for a licence; null where it is. */
export function licenceFault(licence: string): string | null {
  return SPDX.test(licence)
    ? null
    : "give an SPDX identifier such as CC-BY-4.0 or CC0-1.0, or LicenseRef-NAME for terms of your own";
}
