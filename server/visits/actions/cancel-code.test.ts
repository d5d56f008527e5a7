import { afterAll, beforeAll, expect, test } from "vitest";
import { startCompanionBench, type CompanionBench } from "../../../tests/support/companions.ts";
import { hangQr, openFacility, type HungQr } from "../../../tests/support/facilities.ts";
import { granted, refusal, registered, somebody } from "../../../tests/support/people.ts";
import { makeUnchecked, sentOf } from "../../../tests/support/sent-notices.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { askCode } from "./ask-code.ts";
import { cancelCode } from "./cancel-code.ts";
import { takeScan } from "./take-scan.ts";

let bench: CompanionBench;
let qr: HungQr;
beforeAll(async () => {
  bench = await startCompanionBench();
  qr = await hangQr(bench.ports, await openFacility(bench.ports), "screen");
});
afterAll(() => bench.close());

/** Asks for a code and takes it back, for oneself or as a companion; answers how what was told of it ended. */
async function askedAndCancelled(actor: Citizen, delegationId: string | null): Promise<readonly string[]> {
  const { ticket } = await granted(takeScan(bench.ports, { kind: "gate" }, { token: qr.token() }));
  const { codeId } = await granted(askCode(bench.ports, actor, { ticket, delegationId }));
  await granted(cancelCode(bench.ports, actor, { codeId, delegationId }));
  return sentOf(bench.ports, bench.superuser, "codeId", codeId);
}

test("a companion's code, used and cancelled, is told to both", async () => {
  const typist = somebody();
  await registered(bench.ports, typist);
  const asker = await registered(bench.ports);
  const delegationId = await bench.agreed(asker, typist);
  expect(await askedAndCancelled(asker, delegationId)).toEqual([
    "code_cancelled line sent",
    "code_cancelled line sent",
    "code_issued line sent",
    "companion_used line sent",
  ]);
});

test("an account of the web that nobody checked is told of no code that a companion asked for or cancelled", async () => {
  const typist = somebody();
  const represented = await registered(bench.ports, typist);
  const asker = await registered(bench.ports);
  const delegationId = await bench.agreed(asker, typist);
  await makeUnchecked(bench.superuser, represented.personId);
  expect(await askedAndCancelled(asker, delegationId)).toEqual([
    "code_cancelled line gone",
    "code_cancelled line sent",
    "code_issued line sent",
    "companion_used line gone",
  ]);
});

test("refuses a stranger's code as not found", async () => {
  const { ticket } = await granted(takeScan(bench.ports, { kind: "gate" }, { token: qr.token() }));
  const owner = await registered(bench.ports);
  const { codeId } = await granted(askCode(bench.ports, owner, { ticket, delegationId: null }));
  const stranger = await registered(bench.ports);
  const refused = await refusal(cancelCode(bench.ports, stranger, { codeId, delegationId: null }));
  expect(refused).toEqual({ kind: "code_not_found" });
});
