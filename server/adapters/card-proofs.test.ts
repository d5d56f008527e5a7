import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { makeCardAuthority, makeCardKey } from "../../scripts/card-agent/authority.ts";
import { cardProofs, cardProofsNone, isAuthority } from "./card-proofs.ts";

const now = new Date("2026-11-21T10:00:00+07:00");
const authority = makeCardAuthority(now);
const proofs = cardProofs(authority.certificate);
const card = makeCardKey(authority, { pid: "1999900001048", fname: "มานี", lname: "ชูใจ" }, now);
const { certificate } = card;
const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60_000);

test("tells the number of the card that signed, of that text alone", () => {
  const signature = card.sign("ก");
  expect(proofs.numberOf("ก", { certificate, signature }, now)).toBe("1999900001048");
  expect(proofs.numberOf("ข", { certificate, signature }, now)).toBeNull();
});

test("takes no certificate before or after its time", () => {
  const signature = card.sign("ก");
  expect(proofs.numberOf("ก", { certificate, signature }, later(-2))).toBeNull();
  expect(proofs.numberOf("ก", { certificate, signature }, later(9 * 365 + 1))).toBeNull();
});

test("a signature of any length that is none is refused, never a fault", () => {
  for (const length of [0, 1, 32, 63, 64, 65, 128, 500]) {
    const signature = randomBytes(length).toString("base64url");
    expect(proofs.numberOf("ก", { certificate, signature }, now)).toBeNull();
  }
  expect(proofs.numberOf("ก", { certificate, signature: "not base64url!" }, now)).toBeNull();
});

test("an authority is told from its cards, and without one nothing is proven", () => {
  expect([isAuthority(authority.certificate), isAuthority(certificate), isAuthority("")]).toEqual([
    true,
    false,
    false,
  ]);
  expect(cardProofsNone.available).toBe(false);
  expect(cardProofsNone.numberOf("ก", { certificate, signature: card.sign("ก") }, now)).toBeNull();
});
