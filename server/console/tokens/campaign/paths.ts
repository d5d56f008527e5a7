import { campaignLists, type CampaignList } from "../../../credentials/campaign.ts";

export const campaignPath = "/console/tokens/campaign";

/** The address of a list of the campaign. */
export function campaignAddress(
  list: CampaignList,
  search: string,
  more: Readonly<Record<string, string>> = {},
  path = campaignPath,
): string {
  const query = new URLSearchParams(more);
  if (list !== "not_moved") query.set("list", list);
  if (search !== "") query.set("search", search);
  return `${path}${query.size > 0 ? `?${query.toString()}` : ""}`;
}

/** Reads a list out of an address: those who have not moved, unless it says otherwise. */
export function readCampaignList(text: string | undefined): CampaignList {
  return campaignLists.find((each) => each === text) ?? "not_moved";
}
