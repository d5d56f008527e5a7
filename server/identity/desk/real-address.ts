import type { Address } from "../../forms/typed-place.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { refused, type JoinRefused } from "../join.ts";

/** Refuses an address whose sub-district is in no directory, or whose postcode is not that sub-district's. */
export async function judgeRealAddress(
  { gazetteer }: Pick<Ports, "gazetteer">,
  address: Address,
): Promise<Result<Address, JoinRefused>> {
  const areas = await gazetteer.subdistricts(address.district);
  const area = areas.find(({ code }) => code === address.subdistrict);
  if (!area) return refused({ subdistrict: { kind: "address_part", part: "subdistrict" } });
  const isKnown = area.postcodes.length === 0 || area.postcodes.includes(address.postcode);
  return isKnown ? ok(address) : refused({ postcode: { kind: "address_part", part: "postcode" } });
}
