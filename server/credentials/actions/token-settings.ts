import { findAgencyPlace } from "../../agencies/store/office.ts";
import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Database, Ports, Tx } from "../../ports.ts";
import { readCampaign, type CampaignFaults, type TokenCampaign } from "../token-campaign.ts";
import { readTokenHelp, type HelpFaults, type TokenHelp } from "../token-help.ts";
import { findIssuerOf } from "../store/seat.ts";
import {
  findFirstTokenOffice,
  findTokenCampaign,
  findTokenHelp,
  saveTokenCampaign,
  saveTokenHelp,
} from "../store/token-help.ts";

/** Contacts and campaign of the actor's own office; null: not given yet. */
export function seeTokenSettings(
  ports: Ports,
  { agencyId, ...actor }: Staff,
): Promise<{ readonly help: TokenHelp | null; readonly campaign: TokenCampaign | null }> {
  return ports.db.as({ ...actor, agencyId }, async (tx) => ({
    help: await findTokenHelp(tx, agencyId),
    campaign: await findTokenCampaign(tx, agencyId),
  }));
}

/** Keeps whom people ask (T9). Refuses what is no number or address, all at once. */
export async function saveHelp(
  ports: Ports,
  actor: Staff,
  typed: TokenHelp,
): Promise<Result<null, HelpFaults>> {
  const read = readTokenHelp(typed);
  if (!read.ok) return read;
  await ports.db.as(actor, async (tx) => {
    await saveTokenHelp(tx, savedBy(ports, actor), read.value);
    await record(ports, tx, { action: "token_help.saved", actor, subjectId: actor.agencyId });
  });
  kept.get(ports.db)?.clear();
  return ok(null);
}

/** Keeps the days of the campaign. Refuses days that are none or stand in another order. */
export async function saveCampaign(
  ports: Ports,
  actor: Staff,
  typed: Parameters<typeof readCampaign>[0],
): Promise<Result<null, CampaignFaults>> {
  const read = readCampaign(typed, bangkokDay(ports.clock.now()));
  if (!read.ok) return read;
  await ports.db.as(actor, async (tx) => {
    await saveTokenCampaign(tx, savedBy(ports, actor), read.value);
    await record(ports, tx, { action: "token_campaign.saved", actor, refs: { ...read.value } });
  });
  return ok(null);
}

function savedBy({ clock }: Pick<Ports, "clock">, { agencyId, staffId }: Staff) {
  return { issuerId: agencyId, savedBy: staffId, savedAt: clock.now() };
}

/** Contacts as they were read, for each agency; a page is shown with what was true a minute ago at most. */
const keptMs = 60_000;
type KeptHelp = Map<string, { readonly help: TokenHelp | null; readonly at: number }>;
const kept = new WeakMap<Database, KeptHelp>();

/**
 * Whom somebody of an agency asks: its own central office, or the office that issued its seats; the first office there is
 * for whoever is not signed in (`agencyId` null). Null: nothing is given.
 */
export async function seeTokenHelp(ports: Ports, agencyId: string | null): Promise<TokenHelp | null> {
  const now = ports.clock.now().getTime();
  const ofAgencies = kept.get(ports.db) ?? (new Map() as KeptHelp);
  kept.set(ports.db, ofAgencies);
  const before = ofAgencies.get(agencyId ?? "");
  if (before && now - before.at < keptMs && now >= before.at) return before.help;
  const help = await ports.db.as({ kind: "gate" }, (tx) => readHelp(tx, agencyId));
  ofAgencies.set(agencyId ?? "", { help, at: now });
  return help;
}

async function readHelp(tx: Tx, agencyId: string | null): Promise<TokenHelp | null> {
  const place = agencyId === null ? null : await findAgencyPlace(tx, agencyId);
  const office = place?.kind === "treasury" ? place.id : place && (await findIssuerOf(tx, place.id));
  const issuerId = office ?? (await findFirstTokenOffice(tx));
  return issuerId === null ? null : findTokenHelp(tx, issuerId);
}
