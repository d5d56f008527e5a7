import { purgeEvents } from "../bot/actions/purge-events.ts";
import { sweepEvents } from "../bot/actions/sweep-events.ts";
import { drainOutbox } from "../bot/outbox.ts";
import { answerAll } from "../bot/perform.ts";
import { sealEntries } from "./audit/actions/seal-entries.ts";
import { watchIdle } from "./agencies/actions/watch-idle.ts";
import { keepSeatDays } from "./credentials/actions/keep-seat-days.ts";
import { drainMails } from "./console/mail/outbox.ts";
import type { Site } from "./http/env.ts";
import { expireDelegations } from "./identity/actions/expire-delegations.ts";
import { purgeIdPictures } from "./identity/actions/purge-id-pictures.ts";
import { purgeIdentity } from "./identity/actions/purge-identity.ts";
import { remindDrafts } from "./identity/actions/remind-drafts.ts";
import type { SystemActor } from "./kernel/actor.ts";
import { remindLostLetters } from "./credentials/actions/remind-lost-letters.ts";
import { watchPlan } from "./notices/actions/watch-plan.ts";
import type { Database, Ports } from "./ports.ts";
import { purgeOpenId } from "./openid/actions/purge-openid.ts";
import { rotateKeys } from "./openid/actions/rotate-keys.ts";
import { purgePictures } from "./visits/actions/purge-pictures.ts";
import { purgeReconciliations } from "./visits/actions/purge-reconciliations.ts";
import { expireCodes } from "./visits/actions/expire-codes.ts";
import { purgeTickets } from "./visits/actions/purge-tickets.ts";
import { drainDeliveries } from "./systems/actions/drain-deliveries.ts";
import { purgeSystems } from "./systems/actions/purge-systems.ts";
import { takeUpReconciliations } from "./visits/actions/take-up-reconciliations.ts";
import { tallyDays } from "./visits/actions/tally-days.ts";
import { applyCalendars } from "./petitions/actions/apply-calendars.ts";
import { watchPetitions } from "./petitions/actions/watch-petitions.ts";
import { remindCampaigns } from "./credentials/actions/campaign.ts";
import { expireChallenges } from "./credentials/actions/expire-challenges.ts";
import { purgeCodeAsks } from "./credentials/actions/see-code-asks.ts";
import { purgeProofs } from "./credentials/actions/purge-proofs.ts";
import { purgeTries } from "./credentials/actions/purge-tries.ts";
import { purgeImports, takeUpImports } from "./credentials/actions/make-imported-holders.ts";
import { remindCertificates } from "./credentials/actions/remind-certificates.ts";
import { tallyPetitions } from "./petitions/actions/tally-petitions.ts";
import { handOnReopened } from "./petitions/actions/hand-on-reopened.ts";
import { tellWords } from "./petitions/actions/tell-words.ts";
import { purgeDrafts } from "./petitions/actions/purge-drafts.ts";
import { purgeStepRequests } from "./petitions/actions/purge-step-requests.ts";
import { shredPetitions } from "./petitions/actions/shred-petitions.ts";
import { carryOnErasures } from "./privacy/actions/carry-on-erasures.ts";
import { endFiles } from "./privacy/actions/end-files.ts";
import { purgeCopies } from "./privacy/actions/purge-copies.ts";

const sweeper: SystemActor = { kind: "system", job: "sweeper" };
const choresEveryMs = 60_000;

const sealEveryMs = 30_000;

/** When the chores ran last on each database of this process, and when the audit was sealed. */
const choresRanAt = new WeakMap<Database, number>();
const sealedAt = new WeakMap<Database, number>();

/**
 * One round of what nobody waits for: once a minute reminds and purges; each time answers webhook events that were
 * kept and not finished, and sends the notices that fell due. Called again and again: by a loop on Node, by cron on
 * Workers. What fails is logged and leaves the rest alone; it comes up again in the next round.
 */
export async function runJobs(ports: Ports, site: Site): Promise<void> {
  const now = ports.clock.now().getTime();
  if (now - (choresRanAt.get(ports.db) ?? -Infinity) >= choresEveryMs) {
    choresRanAt.set(ports.db, now);
    await runChores(ports, site);
  }
  await run(ports, "events", async () => answerAll(ports, await sweepEvents(ports, sweeper)));
  await run(ports, "outbox", () => drainOutbox(ports, site));
}

/** One round of sending mails, which has a loop of its own: a mail server that hangs holds nothing else up. */
export async function runMails(ports: Ports, site: Site): Promise<void> {
  await run(ports, "mails", () => drainMails(ports, site));
}

/** One round of telling hospitals' own systems, in a loop of its own too. */
export async function runWebhooks(ports: Ports): Promise<void> {
  await run(ports, "webhooks", () => drainDeliveries(ports, { kind: "system", job: "webhooks" }));
}

/** One round of sealing the audit, twice a minute; in a loop of its own, for a backlog takes a while. */
export async function runSeal(ports: Ports): Promise<void> {
  const now = ports.clock.now().getTime();
  if (now - (sealedAt.get(ports.db) ?? -Infinity) < sealEveryMs) return;
  sealedAt.set(ports.db, now);
  await run(ports, "seal_audit", () => sealEntries(ports, { kind: "system", job: "sealer" }));
}

async function runChores(ports: Ports, site: Site): Promise<void> {
  await run(ports, "watch_plan", () => watchPlan(ports, sweeper, site));
  await run(ports, "reminders", () => remindDrafts(ports, sweeper));
  await run(ports, "expire_delegations", () => expireDelegations(ports, sweeper));
  await run(ports, "purge_events", () => purgeEvents(ports, sweeper));
  await run(ports, "purge_identity", () => purgeIdentity(ports, sweeper));
  await run(ports, "expire_codes", () => expireCodes(ports, sweeper));
  await run(ports, "apply_calendars", () => applyCalendars(ports, sweeper));
  await run(ports, "watch_petitions", () => watchPetitions(ports, sweeper));
  await run(ports, "hand_on_reopened", () => handOnReopened(ports, sweeper));
  await run(ports, "tell_words", () => tellWords(ports, sweeper));
  await run(ports, "keep_seat_days", () => keepSeatDays(ports, sweeper));
  await run(ports, "watch_idle", () => watchIdle(ports, sweeper));
  await run(ports, "purge_proofs", () => purgeProofs(ports, sweeper));
  await run(ports, "purge_tries", () => purgeTries(ports, sweeper));
  await run(ports, "expire_challenges", () => expireChallenges(ports, sweeper));
  await run(ports, "remind_certificates", () => remindCertificates(ports, sweeper));
  await run(ports, "remind_lost_letters", () => remindLostLetters(ports, sweeper));
  await run(ports, "remind_campaigns", () => remindCampaigns(ports, sweeper));
  await run(ports, "take_up_imports", () => takeUpImports(ports, sweeper));
  await run(ports, "purge_imports", () => purgeImports(ports, sweeper));
  await run(ports, "purge_code_asks", () => purgeCodeAsks(ports, sweeper));
  await run(ports, "tally_days", () => tallyDays(ports, sweeper));
  await run(ports, "tally_petitions", () => tallyPetitions(ports, sweeper));
  await run(ports, "purge_petition_drafts", () => purgeDrafts(ports, sweeper));
  await run(ports, "purge_step_requests", () => purgeStepRequests(ports, sweeper));
  await run(ports, "shred_petitions", () => shredPetitions(ports, sweeper));
  await run(ports, "carry_on_erasures", () => carryOnErasures(ports, sweeper));
  await run(ports, "end_files", () => endFiles(ports, sweeper));
  await run(ports, "purge_copies", () => purgeCopies(ports, sweeper));
  await run(ports, "take_up_lists", () => takeUpReconciliations(ports, sweeper));
  await run(ports, "purge_id_pictures", () => purgeIdPictures(ports, sweeper));
  await run(ports, "purge_pictures", () => purgePictures(ports, sweeper));
  await run(ports, "purge_reconciliations", () => purgeReconciliations(ports, sweeper));
  await run(ports, "purge_systems", () => purgeSystems(ports, sweeper));
  await run(ports, "rotate_openid_keys", () => rotateKeys(ports, sweeper));
  await run(ports, "purge_openid", () => purgeOpenId(ports, sweeper));
  await run(ports, "purge_tickets", () => purgeTickets(ports, sweeper));
}

async function run(ports: Ports, job: string, work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => ports.log.error("job.failed", error, { job }));
}
