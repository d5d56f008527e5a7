import fc from "fast-check";
import { expect, test } from "vitest";
import { WholeName } from "./whole-name.tsx";

const textOf = async (name: string) => String(await (<WholeName>{name}</WholeName>)).replace(/<[^>]*>/g, "");

test("changes no letter of a name", async () => {
  const words = fc.array(fc.constantFrom("โรงพยาบาล", "ส่งเสริมสุขภาพ", "ตำบล", "น้ำใส", "เทศบาล", "Ban"), {
    minLength: 1,
  });
  await fc.assert(
    fc.asyncProperty(words, fc.constantFrom("", " "), async (parts, between) => {
      const name = parts.join(between);
      expect(await textOf(name)).toBe(name);
    }),
  );
});

test("keeps a compound together that line breakers take apart", async () => {
  const markup = String(await (<WholeName>โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านน้ำใส</WholeName>));
  expect(markup).toContain('<span class="kept">สุขภาพ</span>');
});
