import { SourceError } from "../file/source.ts";

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
const SCHEME = /^[a-z][a-z\d+.-]+:\/\//i;

/** Whether a place is named by an address, and not by a path. */
export function isAddress(place: string): boolean {
  return SCHEME.test(place);
}

/** What an address may be, beside https. */
export interface AddressRules {
  /** Whether http goes to other machines as well: whoever is on the way could change what comes. */
  overHttp?: boolean | undefined;
}

/**
 * The address of a file, as it was given or as a redirect names it.
 * @throws SourceError where it is none, or says a password, or is not to be trusted
 */
export function addressOf(text: string, { overHttp = false }: AddressRules = {}): URL {
  const address = URL.parse(text.trim());
  if (address === null || address.hostname === "") {
    // Not shown whole: a password may stand in it.
    throw new SourceError(`an address such as https://example.org/file.csv is wanted, not "${withoutSecrets(text)}"`);
  }
  if (address.username !== "" || address.password !== "") {
    throw new SourceError(
      `${shown(address)}: no name and no password belongs in an address. Where a password is needed, download the file, and import that`,
    );
  }
  if (address.protocol === "http:" && !overHttp && !LOOPBACK.test(address.hostname)) {
    throw new SourceError(
      `${shown(address)}: http is read from this machine only. Write https, or --over-http where the data has no other address`,
    );
  }
  if (address.protocol !== "https:" && address.protocol !== "http:") {
    throw new SourceError(
      `${shown(address)}: https is read, not ${address.protocol.slice(0, -1)}. Of a file on this machine, give its path`,
    );
  }
  address.hash = "";
  return address;
}

/** An address as messages name it: without what may be secret in it. */
export function shown({ protocol, host, pathname, search }: URL): string {
  return `${protocol}//${host}${pathname}${search === "" ? "" : "?…"}`;
}

function withoutSecrets(text: string): string {
  return text.replace(/\/\/.*@/s, "//…@").replace(/\?.*/s, "?…");
}
