import { expect, test } from "vitest";
import { callerAddress } from "./address.ts";

test("believes nobody's forwarded header when no proxy is trusted", () => {
  expect(callerAddress("203.0.113.9", "198.51.100.1", [])).toBe("203.0.113.9");
});

test("takes the address that the trusted proxy saw, not the one the caller wrote before it", () => {
  expect(callerAddress("10.0.0.1", "1.2.3.4, 198.51.100.7", ["10.0.0.1"])).toBe("198.51.100.7");
});

test("walks through several trusted proxies", () => {
  expect(callerAddress("10.0.0.1", "198.51.100.7, 10.0.0.2", ["10.0.0.1", "10.0.0.2"])).toBe("198.51.100.7");
});

test("stops at what is no address", () => {
  expect(callerAddress("10.0.0.1", "<script>", ["10.0.0.1"])).toBe("10.0.0.1");
});

test("reads an IPv4 address in its IPv6 clothes", () => {
  expect(callerAddress("::ffff:127.0.0.1", undefined, [])).toBe("127.0.0.1");
});
