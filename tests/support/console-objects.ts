import type postgres from "postgres";
import { saveAccessRequest } from "../../server/agencies/actions/save-access-request.ts";
import { casePlace } from "../../server/audit/store/look.ts";
import { keepPicture } from "../../server/visits/actions/keep-picture.ts";
import { makeQr } from "../../server/visits/actions/make-qr.ts";
import { makeSlips } from "../../server/visits/actions/make-slips.ts";
import { startExport } from "../../server/visits/actions/start-export.ts";
import { makeKey } from "../../server/systems/actions/make-key.ts";
import { makeWebhook } from "../../server/systems/actions/make-webhook.ts";
import { webhookEvents } from "../../server/systems/webhook.ts";
import { startReconciliation } from "../../server/visits/actions/start-reconciliation.ts";
import type { Staff } from "../../server/kernel/actor.ts";
import { bangkokDay } from "../../server/kernel/thai-date.ts";
import { drawnJpeg } from "./drawn-picture.ts";
import { generalCare } from "./facilities.ts";
import { layPerson, layVisit } from "./lay-visits.ts";
import { granted } from "./people.ts";
import type { TestWorld } from "./ports.ts";
import type { TownObjects } from "./town-objects.ts";

/** An object of the facility for each parameter of a console path; null: nothing is laid for that parameter. */
export type ObjectOf = (path: string, parameter: string) => string | null;

/**
 * Lays one of everything that the console's paths name, at the facility of `staff`, made by them; what stands at a local
 * government was laid before.
 */
export async function layConsoleObjects(
  world: Pick<TestWorld, "ports">,
  all: postgres.Sql,
  staff: Staff,
  ofTown: TownObjects = {},
): Promise<ObjectOf> {
  const { ports } = world;
  const { agencyId } = staff;
  const now = ports.clock.now();
  const person = await layPerson(ports);
  const laid = { agencyId, person, at: now, madeBy: staff.staffId };
  const confirmed = await layVisit(ports, all, laid);
  const draft = await layVisit(ports, all, { ...laid, visitStatus: "draft" });
  const requestKey = ports.random.uuid();
  const qr = await granted(
    makeQr(ports, staff, { agencyId, serviceType: generalCare, kind: "printed", requestKey }),
  );
  const { blockId } = await granted(makeSlips(ports, staff, { countText: "10", requestKey }));
  const day = bangkokDay(now);
  const filter = { from: day, until: day, service: null, status: null, personId: null };
  const { exportId } = await startExport(ports, staff, {
    filter,
    kind: "csv",
    purpose: "claims",
    requestKey,
  });
  const list = `เลขประจำตัวประชาชน,วันที่,บริการ,HN\r\n${person.citizenId},21/11/2569,${generalCare},007\r\n`;
  const { reconciliationId } = await granted(
    startReconciliation(ports, staff, {
      fileName: "list.csv",
      bytes: new TextEncoder().encode(list),
      purpose: "reconcile",
      requestKey,
    }),
  );
  const handOverId = await layHandOver(ports, all, staff, person.id);
  const picture = keepPicture(ports, staff, {
    of: { citizenId: person.citizenId },
    bytes: await drawnJpeg(),
  });
  const { pictureId } = await granted(picture);
  const caseId = await layCase(ports, all, agencyId, person.id);
  const accessRequestId = await layAccessRequest(ports, staff);
  const { keyId } = await granted(
    makeKey(ports, staff, { name: "HIS", scopes: ["codes:read"], days: "30", requestKey }),
  );
  const hook = { url: "https://his.example.go.th/", events: webhookEvents, demo: false, requestKey };
  const { endpointId } = await granted(makeWebhook(ports, staff, hook));
  return (path, parameter) => {
    if (parameter === "id") {
      if (path.startsWith("/people/") || path.startsWith("/access/")) return accessRequestId;
      if (path.includes("/exports/")) return exportId;
      if (path.includes("/reconciliation/")) return reconciliationId;
      return path.includes("/hand-over/") ? handOverId : null;
    }
    if (parameter === "staffId" && path.startsWith("/local/people/")) return ofTown["memberId"] ?? null;
    const objects: Readonly<Record<string, string | undefined>> = {
      visitId: path.includes("/codes/") ? confirmed.visitId : draft.visitId,
      codeId: confirmed.codeIds[0],
      qrId: qr.qrId,
      blockId,
      caseId,
      pictureId,
      keyId,
      endpointId,
      // A relation belongs to no facility: nobody's, then.
      delegationId: ports.random.uuid(),
      staffId: staff.staffId,
      line: "1",
      file: "clean.csv",
      ...ofTown,
    };
    return objects[parameter] ?? null;
  };
}

type Ports = TestWorld["ports"];

async function layHandOver(ports: Ports, all: postgres.Sql, staff: Staff, personId: string): Promise<string> {
  const id = ports.random.uuid();
  const now = ports.clock.now().toISOString();
  const until = new Date(ports.clock.now().getTime() + 600_000).toISOString();
  await all`insert into hand_over (id, agency_id, number, channel, line_user_id, person_id, service_type, made_at,
      dies_at, taken_by, taken_at, citizen_index)
    values (${id}, ${staff.agencyId}, '123456', 'c', ${`U${id.replaceAll("-", "")}`}, ${personId}, ${generalCare},
      ${now}, ${until}, ${staff.staffId}, ${now}, ${Buffer.from(ports.random.bytes(32))})`;
  return id;
}

async function layAccessRequest(ports: Ports, staff: Staff): Promise<string> {
  const letter = {
    number: "",
    date: "",
    address: "",
    superiorName: "",
    superiorPosition: "",
    phone: "",
    fax: "",
  };
  const typed = { ...letter, certified: false, joining: [], leaving: [] };
  const requestKey = ports.random.uuid();
  const input = { requestId: null, version: 0, typed, complete: false, requestKey };
  return (await granted(saveAccessRequest(ports, staff, input))).requestId;
}

async function layCase(ports: Ports, all: postgres.Sql, agencyId: string, personId: string): Promise<string> {
  const id = ports.random.uuid();
  const dataKey = ports.vault.newDataKey();
  const said = ports.vault.seal(dataKey, casePlace(id), { said: "ไม่เคยไปที่นี่", answer: null });
  await all`insert into look_case (person_id, id, look_id, agency_id, data_key, sealed, state, made_at)
    values (${personId}, ${id}, ${ports.random.uuid()}, ${agencyId}, ${Buffer.from(dataKey)}, ${Buffer.from(said)},
      'open', ${ports.clock.now().toISOString()})`;
  return id;
}
