import { expect, test } from "vitest";
import { makeGazetteer } from "./gazetteer.ts";

const gazetteer = makeGazetteer();

test("every district lies in its province and every sub-district in its district, each code once", async () => {
  const provinces = await gazetteer.provinces();
  expect(provinces).toHaveLength(77);
  const codes: string[] = [];
  for (const province of provinces) {
    for (const district of await gazetteer.districts(province.code)) {
      expect(district.code).toMatch(new RegExp(`^${province.code}\\d\\d$`));
      codes.push(district.code);
    }
  }
  expect(new Set(codes).size).toBe(codes.length);
});

test("sub-districts of districts that were split off, and of two districts of one name, are found with their postcodes", async () => {
  const within = async (province: string, district: string) => {
    const found = (await gazetteer.provinces()).find(({ nameTh }) => nameTh === province);
    const inIt = (await gazetteer.districts(found?.code ?? "")).find(({ nameTh }) => nameTh === district);
    return { code: inIt?.code ?? "none", list: await gazetteer.subdistricts(inIt?.code ?? "") };
  };
  for (const [province, district, many] of [
    ["กระบี่", "ปลายพระยา", 4],
    ["กรุงเทพมหานคร", "คลองเตย", 3],
    ["เชียงใหม่", "เมืองเชียงใหม่", 16],
  ] as const) {
    const { code, list } = await within(province, district);
    expect(list).toHaveLength(many);
    expect(new Set(list.map((each) => each.code)).size).toBe(many);
    for (const each of list) {
      expect(each.code).toMatch(new RegExp(`^${code}\\d\\d$`));
      expect(each.postcodes.length).toBeGreaterThan(0);
    }
  }
  const both = (await within("กรุงเทพมหานคร", "คลองเตย")).list.find(({ nameTh }) => nameTh === "พระโขนง");
  expect(both?.postcodes).toEqual(["10110", "10260"]);
  expect(await gazetteer.subdistricts("0000")).toEqual([]);
});
