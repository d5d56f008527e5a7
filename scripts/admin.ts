import { parseArgs } from "node:util";
import { migrate } from "../db/migrate.ts";
import { parseConfig, type Config } from "../server/config.ts";
import type { SystemActor } from "../server/kernel/actor.ts";
import { addFacility } from "../server/visits/actions/add-facility.ts";
import { makeConsoleLink } from "../server/visits/actions/make-console-link.ts";
import { wirePorts } from "../server/wiring.ts";
import { openServedDatabase } from "./database.ts";
import { publishRichMenu } from "./rich-menu.ts";
import { localSettings } from "./local-settings.ts";

const actor: SystemActor = { kind: "system", job: "admin" };

const usage = `Usage:
  npm run admin -- facility add --hcode 99001 --name "ชื่อ" --name-en "Name" --service PG0060001 [--service …] [--telephone 02-…]
  npm run admin -- facility link --agency <id>     a new one-hour link into that facility's console
  npm run admin -- rich-menu publish               publishes the rich menu on the channel
  npm run admin -- migrate                         brings the database up to the code (DATABASE_OWNER_URL)`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    hcode: { type: "string" },
    name: { type: "string" },
    "name-en": { type: "string" },
    service: { type: "string", multiple: true },
    telephone: { type: "string" },
    agency: { type: "string" },
  },
});

const commands: Readonly<Record<string, (config: Config) => Promise<string>>> = {
  "facility add": addOne,
  "facility link": (config) => withPorts(config, (ports) => linkFor(config, ports, values.agency ?? "")),
  "rich-menu publish": async ({ line }) => {
    await publishRichMenu({ apiBase: line.apiBase, dataBase: line.dataBase, credentials: line.credentials });
    return "The rich menu is published.";
  },
  migrate: async (config) => {
    if (config.databaseOwnerUrl === null)
      throw new Error("Set DATABASE_OWNER_URL: the role pratu_owner migrates.");
    await migrate({ ownerUrl: config.databaseOwnerUrl });
    return "The database is up to the code.";
  },
};

type Ports = ReturnType<typeof wirePorts>;

async function withPorts<T>(config: Config, work: (ports: Ports) => Promise<T>): Promise<T> {
  const database = await openServedDatabase(config);
  const ports = wirePorts(config, {
    databaseUrl: database.appUrl,
    connections: 1,
    closesDatabase: true,
    hashesAtOnce: 1,
  });
  try {
    return await work(ports);
  } finally {
    await ports.db.close();
    await database.leave();
  }
}

async function addOne(config: Config): Promise<string> {
  return withPorts(config, async (ports) => {
    const added = await addFacility(ports, actor, {
      hcode: values.hcode ?? "",
      nameTh: values.name ?? "",
      nameEn: values["name-en"] ?? "",
      services: values.service ?? [],
      ...(values.telephone === undefined ? {} : { telephone: values.telephone }),
    });
    if (!added.ok) throw new Error(`The facility was not added: ${added.refusal.kind}.\n\n${usage}`);
    return `The facility is added (agency ${added.value.agencyId}).\n${await linkFor(config, ports, added.value.agencyId)}`;
  });
}

async function linkFor(config: Config, ports: Ports, agencyId: string): Promise<string> {
  const link = await makeConsoleLink(ports, actor, { agencyId });
  if (!link.ok) throw new Error("There is no facility of that agency id.");
  return `Its console, once, within the hour: ${config.publicUrl.origin}/console/enter/${link.value.token}`;
}

try {
  const command = commands[positionals.join(" ")];
  if (!command) throw new Error(usage);
  const parsed = parseConfig(await localSettings(process.env));
  if ("wrong" in parsed) {
    const lines = parsed.wrong.map(({ name, expected }) => `  ${name}: expected ${expected}`);
    throw new Error(`These settings are missing or wrong:\n${lines.join("\n")}`);
  }
  console.log(await command(parsed.config));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
