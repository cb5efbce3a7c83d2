/**
 * `npm run token -- [--role editor] [--name "Ada"] [--hours 8]`: prints a token for the Worker that
 * `npm start` runs on this machine. Nothing else goes to the standard output.
 */
import { parseArgs } from "node:util";
import { type Role, roles } from "../../src/domain/role.ts";
import { localToken } from "../local/local-identity.ts";
import { isHelped } from "./usage.ts";

if (isHelped(import.meta.filename)) process.exit();

const LONGEST_HOURS = 24 * 30;

function roleOf(text: string): Role {
  const role = roles.find((role) => role === text);
  if (role === undefined) throw new Error(`--role takes one of ${roles.join(", ")}, not "${text}"`);
  return role;
}

function hoursOf(text: string): number {
  const hours = Number(text);
  if (text.trim() !== "" && hours > 0 && hours <= LONGEST_HOURS) return hours;
  throw new Error(`--hours takes a number up to ${LONGEST_HOURS}, not "${text}"`);
}

function nameOf(text: string): string {
  const name = text.trim();
  if (name !== "" && name.length <= 200 && !/\p{C}/u.test(name)) return name;
  throw new Error("--name takes 1 to 200 characters on one line");
}

try {
  const { values } = parseArgs({
    options: {
      role: { type: "string", default: "editor" },
      name: { type: "string", default: process.env["USER"] ?? "local" },
      hours: { type: "string", default: "8" },
    },
  });
  const claims = { role: roleOf(values.role), name: nameOf(values.name), hours: hoursOf(values.hours) };
  console.log(await localToken(claims));
  const end = new Date(Date.now() + claims.hours * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
  console.error(`${claims.name} may act as ${claims.role} until ${end} UTC, on this machine only.`);
  console.error(`Write it into the Headers of GraphiQL: { "Authorization": "Bearer …" }`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
