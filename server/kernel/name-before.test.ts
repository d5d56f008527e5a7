import { expect, test } from "vitest";
import { nameBefore } from "./name-before.ts";

test("words follow a name at once, and a closing bracket after a space", () => {
  expect(`${nameBefore("เทศบาลตำบลบ้านประตู")}ตรวจแล้ว`).toBe("เทศบาลตำบลบ้านประตูตรวจแล้ว");
  expect(`${nameBefore("เทศบาล (จำลอง)")}ตรวจแล้ว`).toBe("เทศบาล (จำลอง) ตรวจแล้ว");
});
