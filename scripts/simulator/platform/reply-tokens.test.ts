import { expect, test } from "vitest";
import { makeReplyTokens } from "./reply-tokens.ts";

const start = Date.UTC(2026, 10, 21, 5);
const minutes = (count: number) => new Date(start + count * 60_000);

test("a delivery within twenty minutes of the event gives its token another minute, a later one does not", () => {
  const tokens = makeReplyTokens();
  const [early, late] = [tokens.issue("U1", minutes(0)), tokens.issue("U2", minutes(0))];
  tokens.renew(early, minutes(20));
  tokens.renew(late, minutes(20.5));
  expect(tokens.use(early, minutes(21))).toBe("U1");
  expect(tokens.use(late, minutes(20.5))).toBeNull();
});

test("a redelivery does not revive a used token", () => {
  const tokens = makeReplyTokens();
  const token = tokens.issue("U1", minutes(0));
  tokens.use(token, minutes(0));
  tokens.renew(token, minutes(1));
  expect(tokens.use(token, minutes(1))).toBeNull();
});
