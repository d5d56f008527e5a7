import { parseArgs } from "node:util";
import { migrate } from "../db/migrate.ts";
import { parseConfig } from "../server/config.ts";
import { addOneFacility, linkIntoFacility, placeOneFacility } from "./admin/facility.ts";
import { addOneLocalGovernment } from "./admin/local-government.ts";
import { addOneOffice } from "./admin/office.ts";
import type { Command } from "./admin/run.ts";
import { inviteOne } from "./admin/staff.ts";
import { publishRichMenu } from "./rich-menu.ts";
import { localSettings } from "./local-settings.ts";

const usage = `Usage:
  npm run admin -- office add --name "ชื่อ" --name-en "Name" [--region 1]      without a region: the central office
  npm run admin -- facility add --hcode 99001 --name "ชื่อ" --name-en "Name" --service PG0060001 [--service …]
                                [--telephone 02-…] [--region 1]
  npm run admin -- facility place --hcode 99001 --region 1      whose office grants its people access
  npm run admin -- facility link --agency <id>     a new one-hour link into that facility's console
  npm run admin -- local-government add --name "ชื่อ" --name-en "Name" --slug banpratu      where its services stand: /liff/e-service/<slug>
  npm run admin -- staff invite (--hcode 99001 | --region 1 | --agency <id> | none: the centre) --level facility_admin
                                --first-name … --last-name … --citizen-id … --work-phone … --mobile … --email …
  npm run admin -- rich-menu publish               publishes the rich menu on the channel
  npm run admin -- migrate                         brings the database up to the code (DATABASE_OWNER_URL)`;

const text = { type: "string" } as const;
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    hcode: text,
    name: text,
    "name-en": text,
    service: { type: "string", multiple: true },
    telephone: text,
    agency: text,
    region: text,
    level: text,
    "first-name": text,
    "last-name": text,
    "citizen-id": text,
    "work-phone": text,
    mobile: text,
    email: text,
    slug: text,
  },
});

const commands: Readonly<Record<string, Command>> = {
  "office add": addOneOffice,
  "facility add": addOneFacility,
  "facility place": placeOneFacility,
  "facility link": linkIntoFacility,
  "local-government add": addOneLocalGovernment,
  "staff invite": inviteOne,
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

try {
  const command = commands[positionals.join(" ")];
  if (!command) throw new Error(usage);
  const parsed = parseConfig(await localSettings(process.env));
  if ("wrong" in parsed) {
    const lines = parsed.wrong.map(({ name, expected }) => `  ${name}: expected ${expected}`);
    throw new Error(`These settings are missing or wrong:\n${lines.join("\n")}`);
  }
  console.log(await command(parsed.config, values));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
