import { expect, test } from "vitest";
import { plainService } from "../../tests/support/municipality.ts";
import { answersBefore } from "./changed-answers.ts";

const { form } = plainService();
const spot = { latitude: 13.7563, longitude: 100.5018 };

test("of a correction only the questions that were changed are kept, as they stood", () => {
  expect(answersBefore(form, { place: "หน้าตลาด", spot }, { place: "หลังตลาด", spot })).toEqual({
    place: "หน้าตลาด",
  });
});

test("an answer that is new had none before, and one that was taken back is kept", () => {
  expect(answersBefore(form, { place: "หน้าตลาด" }, { place: "หน้าตลาด", spot })).toEqual({ spot: null });
  expect(answersBefore(form, { place: "หน้าตลาด", spot }, { place: "หน้าตลาด" })).toEqual({ spot });
});
