import fc from "fast-check";
import { expect, test } from "vitest";
import { nextQuery, safeNext } from "./next.ts";

const home = "/liff/home";

test.each(["/liff/home", "/liff/ask/aGVsbG8_-0", "/liff/code/7?done=1", "/liff/scan?for=a%20b", "/liff/"])(
  "%s is one of our own ways on",
  (path) => expect(safeNext(path)).toBe(path),
);

test.each([
  "https://evil.example/liff/home",
  "//evil.example/liff/home",
  "/\\evil.example/liff/home",
  "/liff\\..\\console",
  "javascript:alert(1)",
  " /liff/home",
  "/liff/home\n",
  "/liffy/home",
  "/liff",
  "/console",
  "/liff/../console",
  "/liff/./../console/qr",
  "/liff/%2e%2e/console",
  "/liff/%2E%2e/console",
  "/liff/..%2fconsole",
  "/liff/%2f%2fevil.example",
  "/liff/%5c..",
  "/liff//evil.example",
  "/liff/home#@evil.example",
  "/liff/home@evil.example",
  "/liff/ก",
  "",
  `/liff/${"a".repeat(1_000)}`,
])("%j leads to the first page", (text) => expect(safeNext(text)).toBe(home));

test("nothing asked leads to the first page, or where the caller says", () => {
  expect(safeNext(undefined)).toBe(home);
  expect(safeNext("https://evil.example", "/liff/account")).toBe("/liff/account");
});

const pieces = fc.constantFrom(
  "/",
  "//",
  "\\",
  "..",
  ".",
  "%2e",
  "%2f",
  "%5c",
  "liff",
  "/liff/",
  "home",
  "console",
  ":",
  "@",
  "#",
  "?",
  "=",
  "evil.example",
  "https:",
  "\t",
  "\n",
  "\u0000",
  "：",
  "／",
);

test("whatever is sent, a browser stays on this origin, under /liff/", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
    fc.array(pieces, { maxLength: 12 }).map((parts) => `/liff/${parts.join("")}`),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { origin, pathname } = new URL(safeNext(text), "https://ours.example");
      expect(origin).toBe("https://ours.example");
      expect(pathname.startsWith("/liff/")).toBe(true);
      expect(decodeURIComponent(pathname)).toBe(pathname);
      expect(pathname).not.toContain("//");
    }),
    { numRuns: 500 },
  );
});

test("a way on that is taken is taken again unchanged", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const once = safeNext(`/liff/${text}`);
      expect(safeNext(once)).toBe(once);
    }),
  );
});

test("the first page needs no query; another way on is carried whole", () => {
  expect(nextQuery(undefined)).toBe("");
  expect(nextQuery("https://evil.example")).toBe("");
  const carried = nextQuery("/liff/scan?for=7&a=b");
  expect(new URLSearchParams(carried).get("next")).toBe("/liff/scan?for=7&a=b");
});
