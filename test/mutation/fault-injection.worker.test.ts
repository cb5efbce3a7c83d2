import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Fault, faulty, faultyAt, lost, overloaded, throwing, transient, type When } from "../faulty-database.ts";
import { loadDataset } from "../load-dataset.ts";
import { expectUnanswered, isWhole, isWrite, made, send, writes } from "./faulty-write.ts";
import { mutate } from "./send.ts";

beforeAll(loadDataset);
beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
});

const whens: When[] = ["before", "after"];

/** D1 with something wrong with so many of the batches that write. */
const faultyWrites = (fault: Fault, times = 1) => {
  let left = times;
  return faulty((_, text) => (isWrite(text) && (left -= 1) >= 0 ? fault : undefined));
};

describe.each(Object.entries(writes))("a database that fails once, at any call of %s", (mutation, write) => {
  it.each(whens)("%s doing it: it is done once, and answered with what came of it", async (when) => {
    let failures = 0;
    for (let n = 1; ; n += 1) {
      const name = `${mutation.toLowerCase()}-${when}-${n}`;
      const { database, calls } = faultyAt(n, throwing(lost, when));
      const { status, data, errors } = await send(write(name), database);
      if (calls.length < n) break;
      failures += 1;
      const revision = await made(name);
      expect(revision?.n).toBe(1);
      expect({ n, status, data, errors }).toEqual({
        n,
        status: 200,
        data: { answer: { revision: { number: revision?.number }, errors: [] } },
        errors: undefined,
      });
      expect(await isWhole()).toBe(true);
      const again = await mutate(write(name));
      expect(again.revision).toMatchObject({ number: revision?.number, reason: name });
      expect(await mutate(write(name))).toEqual(again);
      expect((await made(name))?.n).toBe(1);
    }
    expect(failures).toBeGreaterThan(4);
  });

  it.each(whens)("%s doing it, is no matter where the request has no key either", async (when) => {
    for (let n = 1; ; n += 1) {
      const name = `${mutation.toLowerCase()}-keyless-${when}-${n}`;
      const { database, calls } = faultyAt(n, throwing(lost, when));
      const { data } = await send(write(name, ""), database);
      if (calls.length < n) break;
      const revision = await made(name);
      expect({ n, data, made: revision?.n }).toEqual({
        n,
        data: { answer: { revision: { number: revision?.number }, errors: [] } },
        made: 1,
      });
    }
  });

  it.each(whens)(
    "and then for good, %s doing it: it says what is known, and is done once when sent again",
    async (when) => {
      for (let n = 1; ; n += 1) {
        const name = `${mutation.toLowerCase()}-down-${when}-${n}`;
        const { database, calls } = faultyAt(n, throwing(lost, when), 99);
        const answer = await send(write(name), database);
        if (calls.length < n) break;
        await expectUnanswered(answer, { name, code: "UNAVAILABLE", isSent: calls.some(isWrite) });
        const again = await mutate(write(name));
        expect(again.revision?.reason).toBe(name);
        expect((await made(name))?.n).toBe(1);
      }
    },
  );

  it.each(whens)("because it is overloaded, %s doing it: it is not asked again", async (when) => {
    for (let n = 1; ; n += 1) {
      const name = `${mutation.toLowerCase()}-overload-${when}-${n}`;
      const { database, calls } = faultyAt(n, throwing(overloaded, when));
      const answer = await send(write(name), database);
      if (calls.length < n) break;
      await expectUnanswered(answer, { name, code: "UNAVAILABLE", isSent: calls.some(isWrite) });
      expect(calls).toHaveLength(n);
      expect((await mutate(write(name))).revision?.reason).toBe(name);
      expect((await made(name))?.n).toBe(1);
    }
  });
});

describe("a write that breaks off", () => {
  it.each(transient)("is done once: %s", async (message) => {
    for (const when of whens) {
      for (const key of [undefined, ""]) {
        const name = `write-${transient.indexOf(message)}-${when}-${key === undefined ? "keyed" : "keyless"}`;
        const { data } = await send(writes["editAlliance"]!(name, key), faultyWrites(throwing(message, when)).database);
        const revision = await made(name);
        expect(data).toEqual({ answer: { revision: { number: revision?.number }, errors: [] } });
        expect(revision?.n).toBe(1);
      }
    }
  });

  it("is done once where it breaks off twice", async () => {
    for (const when of whens) {
      const name = `twice-${when}`;
      const { data } = await send(writes["editActor"]!(name, ""), faultyWrites(throwing(lost, when), 2).database);
      expect(data?.["answer"]).toMatchObject({ revision: { number: (await made(name))?.number } });
      expect((await made(name))?.n).toBe(1);
    }
  });

  it("is given up where it breaks off three times", async () => {
    const { database, calls } = faultyWrites(throwing(lost), 99);
    const { status, errors } = await send(writes["editActor"]!("thrice", ""), database);
    expect({ status, code: errors?.[0]?.extensions.code }).toEqual({ status: 503, code: "UNAVAILABLE" });
    expect(calls.filter(isWrite)).toHaveLength(3);
    expect((await made("thrice"))?.n).toBe(0);
  });

  it("that has nothing to change is answered so", async () => {
    for (const when of whens) {
      const call = `editActor(id: "china", input: { name: "China" }, idempotencyKey: "nothing-${when}", reason: "r")`;
      let isDone = false;
      const { database } = faulty((_, text) => {
        const isFirst = !isDone && text.startsWith("INSERT INTO receipts");
        isDone ||= isFirst;
        return isFirst ? throwing(lost, when) : undefined;
      });
      const { data } = await send(call, database);
      expect(isDone).toBe(true);
      expect(data).toEqual({ answer: { revision: null, errors: [] } });
    }
  });
});
