import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleOf } from "./example.ts";
import { curlOf } from "./sent.ts";

test("a shell reads the curl line as it was meant, whatever stands in the body", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      const body = text.replaceAll("\0", "");
      const line = curlOf({ method: "POST", url: "http://h/api/v1/visits", headers: [], body });
      const shown = `curl() { printf '%s' "$7"; }\nPRATU_KEY=k\n${line}`;
      expect(execFileSync("sh", ["-c", shown], { encoding: "utf8" })).toBe(body);
    }),
    { numRuns: 30 },
  );
});

test("an example holds what must be there, and of variants the last", () => {
  const schema = {
    type: "object",
    required: ["who", "proof", "many"],
    properties: {
      who: { type: "string", examples: ["1101600000018"] },
      note: { type: "string" },
      many: { type: "array", items: { type: "integer" } },
      proof: { anyOf: [{ const: 1 }, { properties: { kind: { const: "seen" } }, required: ["kind"] }] },
    },
  };
  expect(exampleOf(schema)).toEqual({ who: "1101600000018", proof: { kind: "seen" }, many: [0] });
});
