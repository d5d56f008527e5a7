import { asc, eq } from "drizzle-orm";
import { agency, tokenCampaign, tokenHelp } from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { TokenCampaign } from "../token-campaign.ts";
import type { TokenHelp } from "../token-help.ts";

interface Saved {
  readonly issuerId: string;
  readonly savedBy: string;
  readonly savedAt: Date;
}

/** The contacts of a central office; null: it gave none yet. */
export async function findTokenHelp(tx: Tx, issuerId: string): Promise<TokenHelp | null> {
  const { phone, hours, lineId, email, chatUrl } = tokenHelp;
  const [row] = await tx
    .select({ phone, hours, lineId, email, chatUrl })
    .from(tokenHelp)
    .where(eq(tokenHelp.issuerId, issuerId));
  return row ?? null;
}

/** Keeps the contacts of a central office. */
export async function saveTokenHelp(tx: Tx, saved: Saved, help: TokenHelp): Promise<void> {
  const set = { ...help, ...saved };
  await tx.insert(tokenHelp).values(set).onConflictDoUpdate({ target: tokenHelp.issuerId, set });
}

/** The days of a central office's campaign; null: it has none. */
export async function findTokenCampaign(tx: Tx, issuerId: string): Promise<TokenCampaign | null> {
  const [row] = await tx.select().from(tokenCampaign).where(eq(tokenCampaign.issuerId, issuerId));
  return row ? campaignOf(row) : null;
}

/** Every campaign there is, with its office. Runs as the system. */
export async function listTokenCampaigns(
  tx: Tx,
): Promise<readonly { readonly issuerId: string; readonly campaign: TokenCampaign }[]> {
  const rows = await tx.select().from(tokenCampaign);
  return rows.map((row) => ({ issuerId: row.issuerId, campaign: campaignOf(row) }));
}

/** Keeps the days of a campaign. */
export async function saveTokenCampaign(tx: Tx, saved: Saved, campaign: TokenCampaign): Promise<void> {
  const set = { ...campaign, ...saved };
  await tx.insert(tokenCampaign).values(set).onConflictDoUpdate({ target: tokenCampaign.issuerId, set });
}

/** The central office that was opened first; null: there is none. */
export async function findFirstTokenOffice(tx: Tx): Promise<string | null> {
  const [row] = await tx
    .select({ id: agency.id })
    .from(agency)
    .where(eq(agency.kind, "treasury"))
    .orderBy(asc(agency.createdAt), asc(agency.id))
    .limit(1);
  return row?.id ?? null;
}

function campaignOf(row: typeof tokenCampaign.$inferSelect): TokenCampaign {
  return {
    readyBy: row.readyBy as BangkokDay,
    switchFrom: row.switchFrom as BangkokDay,
    switchUntil: row.switchUntil as BangkokDay,
    returnBy: row.returnBy as BangkokDay,
    remindDays: row.remindDays,
  };
}
