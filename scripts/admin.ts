import { parseArgs } from "node:util";
import { migrate } from "../db/migrate.ts";
import { parseConfig } from "../server/config.ts";
import {
  exportAudit,
  printAuditKeys,
  printCheckpoint,
  verifyAudit,
  verifyAuditExport,
} from "./admin/audit.ts";
import { proveAudit, verifyAuditProof } from "./admin/audit-proof.ts";
import { addOneFacility, linkIntoFacility, placeOneFacility } from "./admin/facility.ts";
import { addOneLocalGovernment } from "./admin/local-government.ts";
import { addOneOffice } from "./admin/office.ts";
import {
  addOneClient,
  changeOneClient,
  endOneClient,
  hurrySigningKeys,
  listAllClients,
  renewOneSecret,
} from "./admin/openid.ts";
import type { Command, Given } from "./admin/run.ts";
import { inviteOne } from "./admin/staff.ts";
import { liftOneDemand } from "./admin/soft-token-demand.ts";
import { addOneTokenOffice } from "./admin/token-office.ts";
import { publishRichMenu } from "./rich-menu.ts";
import { localSettings } from "./local-settings.ts";

const usage = `Usage:
  npm run admin -- office add --name "ชื่อ" --name-en "Name" [--region 1]      without a region: the central office
  npm run admin -- facility add --hcode 99001 --name "ชื่อ" --name-en "Name" --service PG0060001 [--service …]
                                [--telephone 02-…] [--region 1]
  npm run admin -- facility place --hcode 99001 --region 1      whose office grants its people access
  npm run admin -- facility link --agency <id>     a new one-hour link into that facility's console
  npm run admin -- local-government add --name "ชื่อ" --name-en "Name" --slug banpratu      where its services stand: /liff/e-service/<slug>
  npm run admin -- token-office add --name "ชื่อ" --name-en "Name"      issues Soft Token seats and approves who holds them
  npm run admin -- openid client add --client treasury-portal --name "ชื่อ" --name-en "Name" --redirect https://…/callback
                                [--redirect …] [--after-logout https://…] [--right recorder …] [--proof client_secret_basic |
                                private_key_jwt --key FILE | none]      a system where seats sign in through us
  npm run admin -- openid client change …          the same options: puts the registration in the place of the one before
  npm run admin -- openid client secret --client <id>      a new secret; openid client end --client <id>; openid client list
  npm run admin -- openid keys hurry [--forget yes]      the announced signing key signs from now on
  npm run admin -- staff invite (--hcode 99001 | --region 1 | --agency <id> | none: the centre) --level facility_admin
                                --first-name … --last-name … --citizen-id … --work-phone … --mobile … --email …
  npm run admin -- soft-token-demand lift --agency <id>      when nobody can come in by Soft Token any more
  npm run admin -- rich-menu publish               publishes the rich menu on the channel
  npm run admin -- audit verify [--checkpoints FILE]    goes through the sealed audit; fails when it was changed
  npm run admin -- audit checkpoint                the newest checkpoint, to be kept elsewhere
  npm run admin -- audit export --to FILE          the sealed audit as lines of JSON
  npm run admin -- audit keys                      the public keys that verify it
  npm run admin -- audit verify-export --export FILE --public-key KEY[,KEY] [--checkpoints FILE]    without a database
  npm run admin -- audit prove (--entry ID | --checkpoints FILE)    that an entry is in the log, or that it went on from there
  npm run admin -- audit verify-proof --file FILE --public-key KEY    without a database
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
    client: text,
    redirect: { type: "string", multiple: true },
    "after-logout": { type: "string", multiple: true },
    proof: text,
    key: text,
    right: { type: "string", multiple: true },
    forget: text,
    checkpoints: text,
    export: text,
    to: text,
    "public-key": text,
    entry: text,
    file: text,
  },
});

const commands: Readonly<Record<string, Command>> = {
  "office add": addOneOffice,
  "facility add": addOneFacility,
  "facility place": placeOneFacility,
  "facility link": linkIntoFacility,
  "local-government add": addOneLocalGovernment,
  "token-office add": addOneTokenOffice,
  "openid client add": addOneClient,
  "openid client change": changeOneClient,
  "openid client secret": renewOneSecret,
  "openid client end": endOneClient,
  "openid client list": listAllClients,
  "openid keys hurry": hurrySigningKeys,
  "staff invite": inviteOne,
  "soft-token-demand lift": liftOneDemand,
  "rich-menu publish": async ({ line }) => {
    await publishRichMenu({ apiBase: line.apiBase, dataBase: line.dataBase, credentials: line.credentials });
    return "The rich menu is published.";
  },
  "audit verify": verifyAudit,
  "audit checkpoint": printCheckpoint,
  "audit export": exportAudit,
  "audit keys": printAuditKeys,
  "audit prove": proveAudit,
  migrate: async (config) => {
    if (config.databaseOwnerUrl === null)
      throw new Error("Set DATABASE_OWNER_URL: the role pratu_owner migrates.");
    await migrate({ ownerUrl: config.databaseOwnerUrl });
    return "The database is up to the code.";
  },
};

/** What needs neither settings nor a database. */
const bareCommands: Readonly<Record<string, (given: Given) => Promise<string>>> = {
  "audit verify-export": verifyAuditExport,
  "audit verify-proof": verifyAuditProof,
};

try {
  const name = positionals.join(" ");
  console.log(await (bareCommands[name]?.(values) ?? settled(name)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Runs a command under the settings of this deployment. */
async function settled(name: string): Promise<string> {
  const command = commands[name];
  if (!command) throw new Error(usage);
  const parsed = parseConfig(await localSettings(process.env));
  if ("wrong" in parsed) {
    const lines = parsed.wrong.map(({ name, expected }) => `  ${name}: expected ${expected}`);
    throw new Error(`These settings are missing or wrong:\n${lines.join("\n")}`);
  }
  return command(parsed.config, values);
}
