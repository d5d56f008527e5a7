import { expect, test } from "vitest";
import { readJudgements } from "./access-judgement.ts";

const of = (decision: string, reason = "", personId = "p") => ({ personId, decision, reason });

test("those left for later are passed over", () => {
  expect(readJudgements([of("granted"), of("", "ยังไม่ดู", "q"), of("later", "", "r")])).toEqual({
    ok: true,
    value: [{ personId: "p", decision: "granted", reason: "" }],
  });
});

test("a refusal needs a reason, a grant none; a reason has an end", () => {
  expect(
    readJudgements([of("refused", " "), of("granted", "", "q"), of("granted", "ก".repeat(301), "r")]),
  ).toEqual({
    ok: false,
    refusal: {
      kind: "judgement_faults",
      faults: [
        { personId: "p", kind: "reason_missing" },
        { personId: "r", kind: "reason_long" },
      ],
    },
  });
});

test("deciding on nobody is refused, a decision nobody may make included", () => {
  for (const decision of ["", "pending", "ended"])
    expect(readJudgements([of(decision, "x")])).toEqual({ ok: false, refusal: { kind: "nothing_judged" } });
});
