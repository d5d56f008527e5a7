import fc from "fast-check";
import { Hono } from "hono";
import { expect, test } from "vitest";
import type { AppEnv } from "./env.ts";
import { readForm } from "./form.ts";

/** Posts a body and answers what the form's reader made of one field. */
async function read(body: BodyInit, name = "a", headers: Record<string, string> = {}) {
  const app = new Hono<AppEnv>();
  app.post("/", async (c) => {
    const form = await readForm(c);
    return c.json({ text: form.text(name), all: form.all(name) });
  });
  const response = await app.request("/", { method: "POST", body, headers });
  return (await response.json()) as { text: string; all: string[] };
}

test("a field is read as it was typed, whatever was typed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 200 }), async (typed) => {
      expect((await read(new URLSearchParams({ a: typed }))).text).toBe(typed);
    }),
    { numRuns: 50 },
  );
});

test("a field given several times is read in order; its text is the first", async () => {
  const body = new URLSearchParams([
    ["a", "1"],
    ["b", "x"],
    ["a", "2"],
  ]);
  expect(await read(body)).toEqual({ text: "1", all: ["1", "2"] });
});

test.each(["a", "__proto__", "constructor", "toString"])(
  "a field %s that was not sent is empty",
  async (name) => {
    expect(await read(new URLSearchParams({ other: "1" }), name)).toEqual({ text: "", all: [] });
  },
);

test("a text is cut at ten thousand characters", async () => {
  expect((await read(new URLSearchParams({ a: "ก".repeat(10_001) }))).text).toBe("ก".repeat(10_000));
});

test("a file is no text", async () => {
  const body = new FormData();
  body.append("a", new File(["x"], "x.txt"));
  body.append("a", "typed");
  expect((await read(body)).all).toEqual(["typed"]);
});

test("a body that is no form has no fields", async () => {
  const bodies: readonly [string, string][] = [
    ['{"a":"1"}', "application/json"],
    ["--broken", "multipart/form-data; boundary=x"],
    ["", "application/x-www-form-urlencoded"],
  ];
  for (const [body, type] of bodies)
    expect(await read(body, "a", { "content-type": type })).toEqual({ text: "", all: [] });
});
