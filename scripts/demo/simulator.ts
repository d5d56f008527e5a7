import { randomBytes } from "node:crypto";
import type { Config, SmsGateway } from "../../server/config.ts";
import type { Ports } from "../../server/ports.ts";
import { makeConsoleLink } from "../../server/visits/actions/make-console-link.ts";
import { publishRichMenu } from "../rich-menu.ts";
import { startSimulator, type Simulator } from "../simulator/simulator.ts";
import type { Seeded, SeededFacility } from "./seeded.ts";
import { shownStaff } from "./staff-shown.ts";
import { demoOffices, type DemoPerson } from "./staff-people.ts";
import { demoTown } from "./town.ts";
import { demoTreasury } from "./treasury.ts";

export interface DemoSimulator {
  readonly apiPort: number;
  readonly mailPort: number;
  readonly dataFolder: string;
  readonly seeded: Seeded;
  /** Where the treasury's system is opened; none: there is none beside this demo. */
  readonly treasury?: string | null;
}

/** The app behind the simulator: where it listens, and ports over its database. */
export interface Served {
  readonly port: number;
  readonly ports: Ports;
}

/** The simulator before the app: it listens on the demo's port and passes everything but itself on. */
export async function startDemoSimulator(
  config: Config,
  app: Served,
  demo: DemoSimulator,
): Promise<Simulator> {
  const { line } = config;
  if (line.credentials.kind !== "channel") throw new Error("the demo's channel has an id and a secret");
  const simulator = await startSimulator({
    host: config.host,
    port: config.port,
    apiPort: demo.apiPort,
    mailPort: demo.mailPort,
    inner: { host: "127.0.0.1", port: app.port },
    dataFolder: demo.dataFolder,
    channel: { id: line.credentials.id, secret: line.channelSecret },
    login: { id: line.loginChannelId, secret: line.loginChannelSecret },
    sms: gatewayOf(config, "thaibulksms"),
    smsMkt: gatewayOf(config, "smsmkt"),
    liffId: line.liffId,
    ...(config.thaId ? { thaId: { id: config.thaId.clientId, secret: config.thaId.clientSecret } } : {}),
    ...(config.paotang
      ? { paotang: { id: config.paotang.clientId, secret: config.paotang.clientSecret } }
      : {}),
    botName: "ประตู",
    treasury: demo.treasury ?? null,
    counterScreens: () => Promise.all(demo.seeded.facilities.map((facility) => counterScreen(app, facility))),
    staff: () =>
      shownStaff(demo.dataFolder, (person) => workplaceName(demo.seeded, person), app.ports.clock.now()),
  });
  await publishRichMenu({ apiBase: line.apiBase, dataBase: line.dataBase, credentials: line.credentials });
  return simulator;
}

/** A fresh one-time link into the console that lands on the facility's screen QR. */
async function counterScreen(app: Served, facility: SeededFacility) {
  const link = await makeConsoleLink(
    app.ports,
    { kind: "system", job: "demo" },
    { agencyId: facility.agencyId },
  );
  if (!link.ok) throw new Error(`no console link: ${link.refusal.kind}`);
  const to = encodeURIComponent(`/console/screen/${facility.screenQrId}`);
  return { title: facility.nameTh, path: `/console/enter/${link.value.token}?to=${to}` };
}

function workplaceName({ facilities }: Seeded, { at }: DemoPerson): string {
  if ("town" in at) return demoTown.nameTh;
  if ("treasury" in at) return demoTreasury.nameTh;
  const found =
    "hcode" in at
      ? facilities.find(({ hcode }) => hcode === at.hcode)
      : demoOffices.find(({ region }) => region === at.region);
  return found?.nameTh ?? "";
}

/** What a gateway of the demo is opened with; for one that is not used, what nobody knows. */
function gatewayOf({ sms }: Config, provider: SmsGateway["provider"]) {
  return (
    sms.find((each) => each.provider === provider) ?? { key: "", secret: randomBytes(8).toString("hex") }
  );
}
