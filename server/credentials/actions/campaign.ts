import { record } from "../../audit/store.ts";
import type { Staff, SystemActor } from "../../kernel/actor.ts";
import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { CampaignFigures, CampaignHolder, CampaignList } from "../campaign.ts";
import { remindCampaign } from "../desk/remind-campaign.ts";
import { countCampaign, listCampaign, saveReturned } from "../store/campaign.ts";
import { findTokenCampaign, listTokenCampaigns } from "../store/token-help.ts";
import { comingDays, type CampaignReminder, type TokenCampaign } from "../token-campaign.ts";

export const campaignHoldersAPage = 20;
const longestSearch = 100;

/** Which holders of a campaign are asked for. */
export interface CampaignAsked {
  readonly list: CampaignList;
  readonly search: string;
}

export interface SeenCampaign {
  /** Null: the office gave no days yet. */
  readonly campaign: TokenCampaign | null;
  readonly figures: CampaignFigures;
  readonly holders: TurnedPage<CampaignHolder, string>;
}

/** The days of the actor's campaign, how far it is, and a page of its holders. */
export function seeCampaign(
  ports: Ports,
  actor: Staff,
  { list, search, turn }: CampaignAsked & { readonly turn: Turn<string> | null },
): Promise<SeenCampaign> {
  const size = campaignHoldersAPage;
  const asked = { list, search: search.trim().slice(0, longestSearch), turn, limit: size + 1 };
  return ports.db.as(actor, async (tx) => ({
    campaign: await findTokenCampaign(tx, actor.agencyId),
    figures: await countCampaign(tx),
    holders: turnedPage(await listCampaign(ports, tx, asked), { turn, size }, ({ holdingId }) => holdingId),
  }));
}

/** How far the move is of what the actor sees: a head, the people of the own agency. */
export function seeCampaignFigures(ports: Ports, actor: Staff): Promise<CampaignFigures> {
  return ports.db.as(actor, (tx) => countCampaign(tx));
}

const batch = 500;

/** Every holder of a list for a file, a batch at a time; that it was taken is written down. */
export async function* listCampaignFile(
  ports: Ports,
  actor: Staff,
  asked: CampaignAsked,
): AsyncGenerator<CampaignHolder> {
  const refs = { list: asked.list };
  await ports.db.as(actor, (tx) => record(ports, tx, { action: "token_campaign.exported", actor, refs }));
  for (let turn: Turn<string> | null = null; ;) {
    const wanted: Parameters<typeof listCampaign>[2] = { ...asked, turn, limit: batch };
    const found = await ports.db.as(actor, (tx) => listCampaign(ports, tx, wanted));
    yield* found;
    const last = found.at(-1);
    if (last === undefined || found.length < batch) return;
    turn = { way: "after", place: last.holdingId };
  }
}

/**
 * Ticks that an old key came back ("รับคืนอุปกรณ์แล้ว"), or takes the tick back; the same twice changes nothing. Refuses a
 * holder of another office's campaign, or one without a hardware key, as not found.
 */
export async function tickReturned(
  ports: Ports,
  actor: Staff,
  { holdingId, isReturned }: { readonly holdingId: string; readonly isReturned: boolean },
): Promise<Result<null, { readonly kind: "old_key_not_found" }>> {
  if (!isUuid(holdingId)) return refuse({ kind: "old_key_not_found" });
  const { agencyId: issuerId, staffId } = actor;
  return ports.db.as(actor, async (tx) => {
    const at = isReturned ? ports.clock.now() : null;
    const how = await saveReturned(tx, { issuerId, holdingId, staffId, at });
    if (how === "none") return refuse({ kind: "old_key_not_found" });
    const action = isReturned ? "old_key.returned" : "old_key.not_returned";
    if (how === "saved") await record(ports, tx, { action, actor, subjectId: holdingId });
    return ok(null);
  });
}

/** Reminds everybody who has not done it, when the button is pressed: each person once a day. Answers how many. */
export function remindUndone(ports: Ports, actor: Staff, about: CampaignReminder): Promise<number> {
  return remindCampaign(ports, actor, { issuerId: actor.agencyId, about, day: null, most: Infinity });
}

/** People reminded in one round of the jobs; the rest follows in the next. */
const mostARound = 200;

/** Reminds by itself, as many days before each day of a campaign as its office chose. */
export async function remindCampaigns(ports: Ports, actor: SystemActor): Promise<void> {
  const today = bangkokDay(ports.clock.now());
  for (const { issuerId, campaign } of await ports.db.as(actor, (tx) => listTokenCampaigns(tx))) {
    for (const { day, about } of comingDays(campaign, today))
      await remindCampaign(ports, actor, { issuerId, about, day, most: mostARound });
  }
}
