import { findAgencyPlace } from "../../agencies/store/office.ts";
import { listStaffNames } from "../../agencies/store/staff-names.ts";
import { record } from "../../audit/store.ts";
import { listStaffActs, type StaffAct } from "../../audit/store/staff-acts.ts";
import type { Staff, SystemActor } from "../../kernel/actor.ts";
import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import { listClients } from "../../openid/store/client.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { SeatEvent, SeatStoryLine, StoryAt, ToldSystem } from "../oversight.ts";
import { nameInSeat } from "../desk/name-reporter.ts";
import { listSeatStory, type KeptStoryLine, type StoryOf } from "../store/seat-story.ts";

export const storyLinesAPage = 50;

/** A page of what happened to the seats an auditor sees, latest first. */
export async function seeSeatStory(
  ports: Ports,
  actor: Staff,
  asked: { readonly seatId: string | null; readonly turn: Turn<StoryAt> | null },
): Promise<TurnedPage<SeatStoryLine, StoryAt>> {
  const { seatId, turn } = asked;
  const limit = storyLinesAPage + 1;
  const found = await ports.db.as(actor, async (tx) => {
    const of = await storyOf(tx, actor, seatId);
    return listSeatStory(ports, tx, { of, turn, limit });
  });
  return turnedPage(await named(ports, found), { turn, size: storyLinesAPage }, placeOf);
}

/** The whole of it for a file, a batch at a time; that it was taken is written down. */
export async function* listStory(
  ports: Ports,
  actor: Staff,
  seatId: string | null,
): AsyncGenerator<SeatStoryLine> {
  const of = await ports.db.as(actor, async (tx) => {
    const subject = seatId === null ? {} : { subjectId: seatId };
    await record(ports, tx, { action: "seat_story.exported", actor, ...subject });
    return storyOf(tx, actor, seatId);
  });
  let turn: Turn<StoryAt> | null = null;
  for (;;) {
    const asked: Parameters<typeof listSeatStory>[2] = { of, turn, limit: batch };
    const found = await ports.db.as(actor, (tx) => listSeatStory(ports, tx, asked));
    yield* await named(ports, found);
    const last = found.at(-1);
    if (last === undefined || found.length < batch) return;
    turn = { way: "after", place: placeOf(last) };
  }
}

/** One seat, else all of the actor's agency: those it has, or for a central office those it issued. */
async function storyOf(tx: Tx, { agencyId }: Staff, seatId: string | null): Promise<StoryOf> {
  if (seatId !== null) return { seatId };
  const place = await findAgencyPlace(tx, agencyId);
  return place?.kind === "treasury" ? { issuerId: agencyId } : { agencyId };
}

const batch = 500;

const byName: SystemActor = { kind: "system", job: "seat_story" };

/** Puts to each line who did it: staff of the agency and of the central office, whom its auditor is to know by name. */
async function named(ports: Ports, lines: readonly KeptStoryLine[]): Promise<readonly SeatStoryLine[]> {
  return ports.db.as(byName, async (tx) => {
    const acts = await listStaffActs(tx, {
      personIds: lines.filter(isUnsaid).map(({ personId }) => personId),
      actions: Object.values(decisions),
    });
    const doers = lines.map((line) => line.byStaffId ?? doerOf(line, acts));
    const names = await listStaffNames(
      ports,
      tx,
      doers.flatMap((id) => id ?? []),
    );
    const [systems, colleagues] = [await systemsOf(tx, lines), await colleaguesOf(ports, tx, lines)];
    return lines.map((line, at) => {
      const system = isSignIn(line) ? (systems.get(line.detail ?? "") ?? null) : null;
      const by = names.get(doers[at] ?? "") ?? colleagues.get(line.byHoldingId ?? "") ?? null;
      return said(line, { by, system });
    });
  });
}

/** A line without the ids it was put together by. */
function said(line: KeptStoryLine, more: Pick<SeatStoryLine, "by" | "system">): SeatStoryLine {
  const { id, at, event, userCode, agencyTh, agencyEn, name, part, detail, reason } = line;
  return { id, at, event, userCode, agencyTh, agencyEn, name, part, detail, reason, ...more };
}

/** Colleagues who did something, with their user codes, by their time in a seat. */
async function colleaguesOf(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  lines: readonly KeptStoryLine[],
): Promise<ReadonlyMap<string, string>> {
  const named = new Map<string, string>();
  for (const id of new Set(lines.flatMap(({ byHoldingId }) => byHoldingId ?? []))) {
    const name = await nameInSeat(ports, tx, id);
    if (name !== null) named.set(id, name);
  }
  return named;
}

function isSignIn({ event }: KeptStoryLine): boolean {
  return event.startsWith("sign_in_");
}

/** What the systems of others are called, by id, ended ones too; none is looked for where nobody signed in. */
async function systemsOf(tx: Tx, lines: readonly KeptStoryLine[]): Promise<ReadonlyMap<string, ToldSystem>> {
  if (!lines.some(isSignIn)) return new Map();
  const clients = await listClients(tx);
  return new Map(clients.map(({ id, nameTh, nameEn }) => [id, { nameTh, nameEn }]));
}

/** What the audit calls decisions of a registration, which itself keeps only who made the last one. */
const decisions: Partial<Record<SeatEvent, string>> = {
  registration_approved: "token_registration.approved",
  registration_refused: "token_registration.refused",
};

function isUnsaid({ event, byStaffId }: KeptStoryLine): boolean {
  return byStaffId === null && event in decisions;
}

/** The decision and its entry are written in one transaction: so many milliseconds lie between at most. */
const sameMs = 5_000;

function doerOf(line: KeptStoryLine, acts: readonly StaffAct[]): string | null {
  const { event, at, holdingId } = line;
  if (!isUnsaid(line)) return null;
  const of = acts.filter(({ action, subjectId }) => action === decisions[event] && subjectId === holdingId);
  return of.find((act) => Math.abs(act.at.getTime() - at.getTime()) < sameMs)?.staffId ?? null;
}

function placeOf({ at, id, event }: StoryAt): StoryAt {
  return { at, id, event };
}
