import type { Role } from "./role.ts";

/** Someone whom the issuer of tokens vouches for. */
export interface Identity {
  /** For people to read; may change, and need not be unique. */
  name: string;
  /** The same for ever at that issuer. */
  subject: string;
  role: Role;
}
