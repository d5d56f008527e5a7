import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeAnswer, makeRiddle, picturesShown, standingOf } from "./challenge-answer.ts";
import { challengeText, newKeyText, type ChallengeParts } from "./signed-text.ts";

test("a riddle shows three different pictures, the right one among them, and two digits", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const { picture, choices, digits } = makeRiddle(bytes);
      expect(new Set(choices).size).toBe(picturesShown);
      expect(choices).toContain(picture);
      expect(digits).toMatch(/^[0-9]{2}$/);
    }),
  );
});

test("an answer is right by picture and digits together, and the third wrong one is the last", () => {
  const asked = { picture: "boat", digits: "07", wrong: 0 } as const;
  expect(judgeAnswer(asked, { picture: "boat", digits: "07" }).ok).toBe(true);
  expect(judgeAnswer(asked, { picture: "boat", digits: "๐๗" }).ok).toBe(true);
  const wrong = { ok: false, refusal: { kind: "answer_wrong", left: 2 } };
  expect(judgeAnswer(asked, { picture: "boat", digits: "7" })).toEqual(wrong);
  expect(judgeAnswer(asked, { picture: "fish", digits: "07" })).toEqual(wrong);
  expect(judgeAnswer({ ...asked, wrong: 2 }, { picture: "fish", digits: "07" })).toEqual({
    ok: false,
    refusal: { kind: "answer_failed" },
  });
});

test("a challenge waits for two minutes and no longer", () => {
  const expiresAt = new Date("2026-11-21T03:02:00Z");
  expect(standingOf({ state: "waiting", expiresAt }, new Date("2026-11-21T03:01:59.999Z"))).toBe("waiting");
  expect(standingOf({ state: "waiting", expiresAt }, expiresAt)).toBe("expired");
  expect(standingOf({ state: "signed", expiresAt }, expiresAt)).toBe("signed");
});

test("what is signed differs whenever any part of it does", () => {
  const parts: ChallengeParts = {
    id: "a",
    nonce: "b",
    purpose: "sign_in",
    relyingParty: "console",
    sessionId: "s",
    subjectId: null,
    userCode: "A75XXX000008001",
  };
  const others: Partial<ChallengeParts>[] = [
    { id: "b" },
    { nonce: "c" },
    { purpose: "end_device" },
    { relyingParty: "portal" },
    { sessionId: null },
    { subjectId: "s" },
    { userCode: "A75XXX000000101" },
    { id: 'a","b' },
  ];
  const texts = [{}, ...others].map((other) => challengeText({ ...parts, ...other }));
  expect(new Set(texts).size).toBe(others.length + 1);
  const key = { id: "a", nonce: "b", userCode: "c", publicKey: "d", renewsId: null };
  expect(newKeyText(key)).not.toBe(newKeyText({ ...key, renewsId: "d" }));
});
