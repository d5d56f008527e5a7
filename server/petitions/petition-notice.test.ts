import { expect, test } from "vitest";
import type { PetitionEventKind } from "./petition.ts";
import { isOvertaken } from "./petition-notice.ts";

const rows: readonly (readonly [PetitionEventKind, readonly PetitionEventKind[], boolean])[] = [
  ["received", [], false],
  ["received", ["assigned"], false],
  ["received", ["started"], true],
  ["received", ["correction_asked"], true],
  ["correction_asked", ["forwarded"], false],
  ["correction_asked", ["correction_given"], true],
  ["payment_asked", ["correction_asked", "forwarded"], false],
  ["payment_asked", ["payment_seen"], true],
  ["delay_told", ["started"], false],
  ["submitted", ["received"], false],
  ["completed", ["reopened"], false],
];

test.each(rows)("%s is no news any more after %j: %s", (step, later, expected) => {
  expect(isOvertaken(step, later)).toBe(expected);
});
