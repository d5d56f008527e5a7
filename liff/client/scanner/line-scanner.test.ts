import { afterEach, expect, test, vi } from "vitest";
import { openLineScan } from "./line-scanner.ts";

/** What LINE's SDK does on this phone: it is outside, and only LINE's own app can run it. */
const phone = vi.hoisted(() => ({
  offersScanner: true,
  scan: (): Promise<{ value: string | null }> => Promise.resolve({ value: null }),
  initialised: [] as string[],
}));

vi.mock("@line/liff/core", () => ({
  default: {
    use: () => {},
    init: ({ liffId }: { liffId: string }) => {
      phone.initialised.push(liffId);
      return Promise.resolve();
    },
    isApiAvailable: (name: string) => name === "scanCodeV2" && phone.offersScanner,
    scanCodeV2: () => phone.scan(),
  },
}));
vi.mock("@line/liff/scan-code-v2", () => ({
  default: vi.fn(
    class {
      readonly name = "scanCodeV2";
    },
  ),
}));
vi.mock("@line/liff/is-api-available", () => ({
  default: vi.fn(
    class {
      readonly name = "isApiAvailable";
    },
  ),
}));

const inLine = { userAgent: "Mozilla/5.0 (Linux; Android 9) Mobile Safari/537.36 Line/14.19.1/IAB" };

afterEach(() => {
  vi.unstubAllGlobals();
  phone.offersScanner = true;
  phone.initialised.length = 0;
});

test("inside LINE its scanner answers what it read", async () => {
  vi.stubGlobal("navigator", inLine);
  phone.scan = () => Promise.resolve({ value: "HTTPS://PRATU.EXAMPLE/Q/ABC" });
  const scan = await openLineScan("2000000002-abcdefgh");
  expect(await scan?.()).toBe("HTTPS://PRATU.EXAMPLE/Q/ABC");
  expect(phone.initialised).toEqual(["2000000002-abcdefgh"]);
});

test("a citizen who closes LINE's scanner, or a scanner that fails, leads back without a word", async () => {
  vi.stubGlobal("navigator", inLine);
  const scan = await openLineScan("2000000002-abcdefgh");
  phone.scan = () => Promise.resolve({ value: null });
  expect(await scan?.()).toBeNull();
  phone.scan = () => Promise.reject(new Error("FORBIDDEN"));
  expect(await scan?.()).toBeNull();
});

test("a LINE too old for the scanner is not offered it", async () => {
  vi.stubGlobal("navigator", inLine);
  phone.offersScanner = false;
  expect(await openLineScan("2000000002-abcdefgh")).toBeNull();
});

test("outside LINE, or without a LIFF id, the SDK is not even fetched", async () => {
  vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0 Chrome/130" });
  expect(await openLineScan("2000000002-abcdefgh")).toBeNull();
  vi.stubGlobal("navigator", inLine);
  expect(await openLineScan("")).toBeNull();
  expect(phone.initialised).toEqual([]);
});
