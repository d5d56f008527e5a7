import {
  getDatabase,
  getDistricts,
  getProvinceAll,
  getProvinces,
  getSubDistricts,
} from "thai-address-universal";
import type { Area, Subdistrict } from "../kernel/gazetteer.ts";
import type { Gazetteer } from "../ports.ts";

interface District extends Area {
  /** The directory's own code, which may not lie in its province's. */
  readonly listed: string;
}

const byName = (one: Area, other: Area) => one.nameTh.localeCompare(other.nameTh, "th");

/**
 * Provinces, districts, sub-districts and postcodes out of a package that carries them. Where its code does not lie in
 * the code above (districts that were split off kept the old ones), one of ours stands: the highest free number.
 */
export function makeGazetteer(): Gazetteer {
  const districts = new Map<string, Promise<readonly District[]>>();
  const subdistricts = new Map<string, Promise<readonly Subdistrict[]>>();
  let all: Promise<readonly Area[]> | null = null;
  const provinces = () => (all ??= listProvinces());
  const districtsOf = async (code: string): Promise<readonly District[]> => {
    const province = (await provinces()).find((each) => each.code === code);
    return province ? kept(districts, code, () => listDistricts(province)) : [];
  };
  return {
    provinces,
    districts: districtsOf,
    subdistricts: async (code) => {
      const province = (await provinces()).find((each) => each.code === code.slice(0, 2));
      const district = (await districtsOf(code.slice(0, 2))).find((each) => each.code === code);
      return province && district ? kept(subdistricts, code, () => listSubdistricts(province, district)) : [];
    },
  };
}

function kept<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = cache.get(key) ?? make();
  cache.set(key, found);
  return found;
}

async function listProvinces(): Promise<readonly Area[]> {
  const found = await getProvinces();
  return found.map(({ code, nameTh, nameEn }) => ({ code, nameTh, nameEn })).toSorted(byName);
}

async function listDistricts({ code: province, nameTh: name }: Area): Promise<readonly District[]> {
  const found = await getDistricts(name);
  const codes = codesIn(province, found);
  return found
    .map(({ code, nameTh, nameEn }, at) => ({ code: codes[at] ?? "", listed: code, nameTh, nameEn }))
    .toSorted(byName);
}

async function listSubdistricts(province: Area, district: District): Promise<readonly Subdistrict[]> {
  await getProvinceAll();
  // Districts of several provinces share a name or a code: which names are this one's, only the rows say.
  const rows = getDatabase().filter(
    (row) => row.province === province.nameTh && row.district === district.nameTh,
  );
  const names = new Set(rows.map((row) => row.sub_district));
  const listed = await getSubDistricts(district.listed);
  const found = [...names].map((name) => listed.find(({ nameTh }) => nameTh === name) ?? bare(name));
  const codes = codesIn(district.code, found);
  return found
    .map(({ nameTh, nameEn }, at) => ({
      ...{ code: codes[at] ?? "", nameTh, nameEn },
      postcodes: [
        ...new Set(rows.filter((row) => row.sub_district === nameTh).map((row) => row.postal_code)),
      ].filter((postcode) => /^\d{5}$/.test(postcode)),
    }))
    .toSorted(byName);
}

function bare(name: string): Area {
  return { code: "", nameTh: name, nameEn: name };
}

/** A code of two digits more for each, its own where that lies in `within` and is free, else from 99 downwards. */
function codesIn(within: string, areas: readonly { readonly code: string }[]): readonly string[] {
  const taken = new Set<string>();
  const fits = (code: string) => code.startsWith(within) && code.length === within.length + 2;
  const own = areas.map(({ code }) => {
    if (!fits(code) || taken.has(code)) return null;
    taken.add(code);
    return code;
  });
  let next = 99;
  return own.map((code) => {
    if (code !== null) return code;
    while (taken.has(`${within}${next}`)) next -= 1;
    taken.add(`${within}${next}`);
    return `${within}${next}`;
  });
}
