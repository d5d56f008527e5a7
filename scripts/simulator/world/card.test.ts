import { expect, test } from "vitest";
import { parseCitizenId } from "../../../server/kernel/citizen-id.ts";
import { parseLaserCode } from "../../../server/kernel/laser-code.ts";
import { parsePhone } from "../../../server/kernel/phone.ts";
import { cardOf } from "./card.ts";

test("each phone's card passes the product's own checks, and no two share a number", () => {
  const cards = Array.from({ length: 20 }, (_, index) => cardOf({ number: index + 1 }));
  for (const card of cards) {
    expect(parseCitizenId(card.citizenId).ok).toBe(true);
    expect(parseLaserCode(card.laserCode).ok).toBe(true);
  }
  expect(new Set(cards.map(({ citizenId }) => citizenId)).size).toBe(cards.length);
  expect(parsePhone("0810000001").ok).toBe(true);
});
