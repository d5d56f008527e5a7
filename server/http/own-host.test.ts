import { expect, test } from "vitest";
import { isOwnHost } from "./own-host.ts";

const demo = new URL("http://localhost:8787");
const real = new URL("https://pratu.example");

test.each([
  ["localhost:8787", demo, true],
  ["phone1.localhost:8787", demo, true],
  ["phone1.localhost:9999", demo, false],
  ["localhost.evil.example:8787", demo, false],
  ["pratu.example", real, true],
  ["PRATU.EXAMPLE", real, true],
  ["x.pratu.example", real, false],
  ["phone1.localhost", real, false],
  ["not a host", demo, false],
])("%s of %s: %s", (host, publicUrl, own) => {
  expect(isOwnHost(host, publicUrl)).toBe(own);
});
