import { record } from "../../audit/store.ts";
import { findLineLink } from "../../identity/store/line-user.ts";
import type { Actor, SystemActor } from "../../kernel/actor.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { CampaignReminder } from "../token-campaign.ts";
import { listDueReminders, markReminded } from "../store/campaign.ts";
import { findHolderLine } from "../store/holder-line.ts";
import { findHolding, type KeptHolding } from "../store/holding.ts";

const worker: SystemActor = { kind: "system", job: "campaign" };
const peopleABatch = 50;

/** Of what holders of a campaign are reminded, by whom, and of how many at most. */
export interface Reminding {
  readonly issuerId: string;
  readonly about: CampaignReminder;
  /** The day of the campaign that comes; null: somebody pressed the button. */
  readonly day: BangkokDay | null;
  readonly most: number;
}

/**
 * Reminds whoever has not moved, or not returned the hardware key: by mail, and in LINE where they are known there. Each
 * person once a day, however many press and however many seats they hold; at night it waits until the morning. A batch a
 * transaction. Answers how many were told. `actor` stands in the audit.
 */
export async function remindCampaign(ports: Ports, actor: Actor, asked: Reminding): Promise<number> {
  const today = bangkokDay(ports.clock.now());
  let told = 0;
  while (told < asked.most) {
    const limit = Math.min(peopleABatch, asked.most - told);
    const reminded = await ports.db.as(worker, (tx) => batch(ports, tx, { ...asked, today, limit }));
    told += reminded;
    if (reminded === 0) break;
  }
  if (told > 0) await write(ports, actor, asked, told);
  return told;
}

async function write(
  ports: Ports,
  actor: Actor,
  { issuerId, about }: Reminding,
  told: number,
): Promise<void> {
  const refs = { about, people: told };
  const entry = { action: "token_campaign.reminded", actor, agencyId: issuerId, subjectId: issuerId, refs };
  await ports.db.as(worker, (tx) => record(ports, tx, entry));
}

async function batch(
  ports: Ports,
  tx: Tx,
  asked: Reminding & { readonly today: BangkokDay; readonly limit: number },
): Promise<number> {
  const { today, day } = asked;
  let told = 0;
  for (const due of await listDueReminders(tx, asked)) {
    if (!(await markReminded(tx, { ...due, today, day }))) continue;
    const holding = await findHolding(ports, tx, due.holdingId);
    if (holding) await tell(ports, tx, holding, asked.about);
    told += 1;
  }
  return told;
}

/** Who has no key yet is told in the LINE of their own account as a citizen. */
async function tell(ports: Ports, tx: Tx, holding: KeptHolding, about: CampaignReminder): Promise<void> {
  const { id, personId, facts } = holding;
  const kind = about === "move" ? "seat_campaign_move" : "seat_campaign_return";
  const made = { kind, personId, refs: { holdingId: id } } as const;
  if (facts.email !== null) await queue(ports, tx, { ...made, medium: "mail" });
  const link = await findLineLink(tx, personId);
  const to = (await findHolderLine(tx, id)) ?? (link && link.blockedAt === null ? link : null);
  if (to) await queue(ports, tx, { ...made, medium: "line", to });
}
