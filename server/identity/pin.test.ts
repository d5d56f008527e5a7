import fc from "fast-check";
import { expect, test } from "vitest";
import { isCommonPin } from "./common-pin.ts";
import { checkNewPin, lastSix, parsePin, type PinOwner } from "./pin.ts";

const nobody: PinOwner = { birth: null, citizenId: null, phone: null };
const owner: PinOwner = {
  birth: { yearBe: 2521, month: 3, day: 17 },
  citizenId: "1234567394812",
  phone: "+66812640937",
};
const everyPin = Array.from({ length: 1_000_000 }, (_, number) => String(number).padStart(6, "0"));

function verdict(text: string, about: PinOwner): string {
  const pin = parsePin(text);
  if (!pin.ok) return pin.refusal.kind;
  const judged = checkNewPin(pin.value, about);
  return judged.ok ? "good" : judged.refusal.kind;
}

test("blocks the most common tenth of all PINs", () => {
  const blocked = everyPin.filter(isCommonPin).length;
  expect(blocked / everyPin.length).toBeGreaterThan(0.08);
  expect(blocked / everyPin.length).toBeLessThan(0.12);
  expect(blocked).toBe(106_125);
});

const commonPins =
  "170321 210317 310599 152520 250115 192512 196901 112233 123123 121212 " +
  "100001 159753 147258 258000 777123 456321 852456 555567 909090";

test.each(commonPins.split(" "))("blocks %s as common", (text) => {
  expect(verdict(text, nobody)).toBe("pin_common");
});

test.each(["730948", "806417", "394812", "640937"])(
  "takes %s from somebody it says nothing about",
  (text) => {
    expect(verdict(text, nobody)).toBe("good");
  },
);

test.each([
  ["000000", "pin_all_same"],
  ["๗๗๗๗๗๗", "pin_all_same"],
  ["123456", "pin_run"],
  ["876543", "pin_run"],
  ["890123", "pin_run"],
  ["210987", "pin_run"],
  ["394812", "pin_citizen_id"],
  ["640937", "pin_phone"],
])("refuses %s with %s", (text, kind) => {
  expect(verdict(text, owner)).toBe(kind);
});

test("refuses the birth date in every order and both eras", () => {
  const written = ["170321", "172103", "031721", "032117", "211703", "210317"];
  const christian = ["170378", "177803", "031778", "037817", "781703", "780317"];
  const wholeYear = ["252103", "032521", "252117", "172521", "197803", "171978", "925217", "252199"];
  const found = [...written, ...christian, ...wholeYear].map((text) => [text, verdict(text, owner)]);
  expect(found.filter(([, kind]) => kind !== "pin_birth_date")).toEqual([]);
});

test("refuses a birth date whose day or month the card does not know, written as 00", () => {
  const about = (month: number | null) => ({ ...nobody, birth: { yearBe: 2485, month, day: null } });
  expect(verdict("850700", about(7))).toBe("pin_birth_date");
  expect(verdict("000742", about(7))).toBe("pin_birth_date");
  expect(verdict("008500", about(null))).toBe("pin_birth_date");
});

test("refuses the last six of any citizen id and phone", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{13}$/), (number) => {
      const six = lastSix(number);
      expect(checkNewPin(six, { ...nobody, citizenId: number }).ok).toBe(false);
      expect(checkNewPin(six, { ...nobody, phone: number }).ok).toBe(false);
    }),
  );
});

test("reads six digits as people type them and repeats nothing in a refusal", () => {
  expect(parsePin("๗๓๐ ๙๔๘")).toEqual({ ok: true, value: "730948" });
  expect(parsePin("")).toEqual({ ok: false, refusal: { kind: "pin_empty" } });
  expect(parsePin("73094")).toEqual({ ok: false, refusal: { kind: "pin_length", digits: 5 } });
  expect(parsePin("73O948")).toEqual({ ok: false, refusal: { kind: "pin_not_digits" } });
});
