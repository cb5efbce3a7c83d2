import type { JSONWebKeySet } from "jose";
import { createLocalJWKSet } from "jose/jwks/local";
import { isObject } from "../http/json.ts";

/** Finds the key that a token's header names. */
export type PublicKeys = ReturnType<typeof createLocalJWKSet>;

const PRIVATE_MEMBERS = ["d", "k", "priv"];

/** @throws an error that goes on after the name of what holds the text */
export function readKeys(text: string): PublicKeys {
  const json = parse(text);
  if (!isKeySet(json)) throw new Error(`is no JWK Set: {"keys": [ … ]}`);
  const { keys } = json;
  // A server that has lost its keys must not make us forget the ones we have.
  if (keys.length === 0) throw new Error("holds no key");
  if (keys.some((key) => PRIVATE_MEMBERS.some((member) => member in key))) {
    throw new Error("holds a private or shared key: give the public keys only");
  }
  return createLocalJWKSet(json);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("is not JSON");
  }
}

function isKeySet(value: unknown): value is JSONWebKeySet {
  return isObject(value) && Array.isArray(value["keys"]) && value["keys"].every(isObject);
}
