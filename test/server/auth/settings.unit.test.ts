import { beforeAll, describe, expect, it } from "vitest";
import { readIdentitySettings } from "../../../src/server/auth/identity-settings.ts";
import { type Key, makeKey, trusting } from "./issuer.ts";
import { stillClock } from "./still-clock.ts";
import { identifying } from "./identifying.ts";

stillClock();

let key: Key;

beforeAll(async () => {
  key = await makeKey("k1");
});

const remote = {
  AUTH_ISSUER: "https://login.example.org",
  AUTH_AUDIENCE: "entente",
  AUTH_JWKS_URL: "https://login.example.org/jwks",
};

describe("the settings", () => {
  it("are none where nothing is set", () => {
    expect(readIdentitySettings({ DB: {}, NEXT_AUTH_ISSUER: "https://login.example.org" })).toBeNull();
    expect(readIdentitySettings({ AUTH_ISSUER: "", AUTH_JWKS: " " })).toBeNull();
    expect(readIdentitySettings({ AUTH_JWKS: null, AUTH_HEADER: undefined })).toBeNull();
  });

  it("have defaults for the names of claims and the header", () => {
    expect(readIdentitySettings({ ...remote, AUTH_AUDIENCE: "entente, entente-admin" })).toEqual({
      issuer: "https://login.example.org",
      audience: ["entente", "entente-admin"],
      keys: new URL("https://login.example.org/jwks"),
      roleClaim: "role",
      nameClaim: "name",
      header: "Authorization",
    });
  });

  it("take keys as text, and as the object that a table of wrangler.toml is", () => {
    const text = trusting(key);
    expect(readIdentitySettings(text)?.keys).toBeTypeOf("function");
    expect(readIdentitySettings({ ...text, AUTH_JWKS: JSON.parse(text.AUTH_JWKS) as object })?.keys).toBeTypeOf(
      "function",
    );
  });

  it.each(["http://localhost:9000/jwks", "http://127.0.0.1:9000/jwks", "http://[::1]:9000/jwks"])(
    "take the key server %s of this machine",
    (address) => {
      expect(readIdentitySettings({ ...remote, AUTH_JWKS_URL: address })?.keys).toEqual(new URL(address));
    },
  );
});

describe("a wrong setting is told in one line", () => {
  it.each<[string, object, string]>([
    ["a name that is none", { ...remote, AUTH_AUDIANCE: "x" }, "AUTH_AUDIANCE is no setting: there are AUTH_ISSUER,"],
    ["no issuer", { ...remote, AUTH_ISSUER: "" }, "AUTH_ISSUER is missing: `iss`"],
    ["no audience", { ...remote, AUTH_AUDIENCE: " , " }, "AUTH_AUDIENCE is missing: `aud`"],
    ["no keys", { ...remote, AUTH_JWKS_URL: undefined }, "AUTH_JWKS_URL is missing: where the issuer"],
    ["keys twice", { ...remote, AUTH_JWKS: "{}" }, "AUTH_JWKS_URL and AUTH_JWKS are both set: keep one"],
    ["plain http", { ...remote, AUTH_JWKS_URL: "http://login.example.org/jwks" }, "AUTH_JWKS_URL takes an https"],
    ["no address", { ...remote, AUTH_JWKS_URL: "login.example.org" }, "AUTH_JWKS_URL takes an https"],
    ["a file", { ...remote, AUTH_JWKS_URL: "file:///etc/passwd" }, "AUTH_JWKS_URL takes an https"],
    ["keys that are not JSON", { ...remote, AUTH_JWKS_URL: "", AUTH_JWKS: "MFkw" }, "AUTH_JWKS is not JSON"],
    ["a single key", { ...remote, AUTH_JWKS_URL: "", AUTH_JWKS: `{"kty":"EC"}` }, "AUTH_JWKS is no JWK Set"],
    ["no key at all", { ...remote, AUTH_JWKS_URL: "", AUTH_JWKS: `{"keys":[]}` }, "AUTH_JWKS holds no key"],
    ["keys that are none", { ...remote, AUTH_JWKS_URL: "", AUTH_JWKS: `{"keys":[{},7]}` }, "AUTH_JWKS is no JWK Set"],
    [
      "a private key among others",
      { ...remote, AUTH_JWKS_URL: "", AUTH_JWKS: `{"keys":[{"kty":"EC"},{"kty":"EC","d":"x"}]}` },
      "AUTH_JWKS holds a private",
    ],
    ["a shared key", { ...remote, AUTH_JWKS_URL: "", AUTH_JWKS: `{"keys":[{"k":"x"}]}` }, "AUTH_JWKS holds a private"],
    [
      "a private key of another kind",
      { ...remote, AUTH_JWKS_URL: "", AUTH_JWKS: `{"keys":[{"kty":"AKP","priv":"x"}]}` },
      "AUTH_JWKS holds a private",
    ],
    ["a private key", { ...remote, AUTH_JWKS_URL: "", AUTH_JWKS: `{"keys":[{"d":"x"}]}` }, "AUTH_JWKS holds a private"],
    ["a table", { ...remote, AUTH_ISSUER: {} }, "AUTH_ISSUER takes a text"],
    ["a number", { ...remote, AUTH_ISSUER: 7 }, "AUTH_ISSUER takes a text"],
    ["no name of a header", { ...remote, AUTH_HEADER: "My Token" }, "AUTH_HEADER takes the name of a header"],
  ])("%s", (_, env, line) => {
    let said = "";
    try {
      readIdentitySettings(env);
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).toContain(line);
    expect(said).not.toContain("\n");
  });
});

async function send(env: object, headers: HeadersInit) {
  const lines: object[] = [];
  const identified = identifying((line) => lines.push(line));
  const moment = { now: Date.now(), waitUntil: () => undefined };
  const ask = async () => {
    const request = new Request("http://localhost/graphql", { headers });
    return identified(request, env, moment, async (identity) => Response.json(identity));
  };
  const { status } = await ask();
  const again = await ask();
  return { status, answer: await again.json(), lines };
}

describe("without settings", () => {
  it("nobody has an identity, and a token is refused", async () => {
    expect(await send({}, {})).toEqual({ status: 200, answer: null, lines: [] });
    expect((await send({}, { authorization: `Bearer ${await key.sign()}` })).status).toBe(401);
  });
});

describe("an answer", () => {
  const answered = async (env: object, headers: HeadersInit) => {
    const request = new Request("http://localhost/graphql", { headers });
    const moment = { now: Date.now(), waitUntil: () => undefined };
    const shared = { "cache-control": "public, no-cache", vary: "Accept" };
    const response = await identifying(() => undefined)(
      request,
      env,
      moment,
      async () => new Response("{}", { headers: shared }),
    );
    return { policy: response.headers.get("cache-control"), vary: response.headers.get("vary") };
  };

  it("to a token is not stored, and one to nobody may be", async () => {
    const authorization = `Bearer ${await key.sign()}`;
    expect(await answered(trusting(key), { authorization })).toEqual({ policy: "no-store", vary: "Accept" });
    expect(await answered(trusting(key), {})).toEqual({ policy: "public, no-cache", vary: "Accept" });
  });

  it("varies with the header that has the token, where it is one of its own", async () => {
    const env = { ...trusting(key), AUTH_HEADER: "Cf-Access-Jwt-Assertion" };
    expect((await answered(env, {})).vary).toBe("Accept, Cf-Access-Jwt-Assertion");
  });

  it("to a token is that it is not taken, where nobody is trusted", async () => {
    const request = new Request("http://localhost/graphql", {
      headers: { authorization: `Bearer ${await key.sign()}` },
    });
    const moment = { now: Date.now(), waitUntil: () => undefined };
    const response = await identifying(() => undefined)(request, {}, moment, async () => new Response("{}"));
    expect(await response.json()).toMatchObject({
      errors: [{ message: "This service has no issuer of tokens set up: send none" }],
    });
  });
});

describe("with a wrong setting", () => {
  const wrong = { ...remote, AUTH_AUDIENCE: "" };

  it("reads without a token go on, and the log says once what is wrong", async () => {
    const { status, lines } = await send(wrong, {});
    expect(status).toBe(200);
    expect(lines).toEqual([{ level: "error", message: expect.stringContaining("AUTH_AUDIENCE is missing") as string }]);
  });

  it("a token cannot be checked", async () => {
    expect((await send(wrong, { authorization: `Bearer ${await key.sign()}` })).status).toBe(503);
  });
});

describe("with a header of its own", () => {
  const header = "Cf-Access-Jwt-Assertion";
  const access = () => ({ ...trusting(key), AUTH_HEADER: header, AUTH_NAME_CLAIM: "email" });

  it("the bare token is read from there", async () => {
    const token = await key.sign({ email: "ada@example.org", type: "app" });
    expect((await send(access(), { [header]: token })).answer).toMatchObject({ name: "ada@example.org" });
  });

  it("a forged one is refused there", async () => {
    const stranger = await makeKey("k1");
    expect((await send(access(), { [header]: await stranger.sign() })).status).toBe(401);
  });

  it("a token elsewhere is refused, not overlooked", async () => {
    expect((await send(access(), { authorization: `Bearer ${await key.sign()}` })).status).toBe(401);
  });
});
