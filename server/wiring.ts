import { openDatabase } from "../db/client.ts";
import { archive } from "./adapters/archive.ts";
import { dopaCardRegistry } from "./adapters/card-registry-dopa.ts";
import { cardRegistryNone, cardRegistryStandIn } from "./adapters/card-registry-stand-in.ts";
import { cardProofs, cardProofsNone } from "./adapters/card-proofs.ts";
import { systemClock } from "./adapters/clock.ts";
import { filesNone } from "./adapters/files-none.ts";
import { s3Files } from "./adapters/files-s3.ts";
import { makeGazetteer } from "./adapters/gazetteer.ts";
import { fetchHooks, type HookSettings } from "./adapters/hooks-fetch.ts";
import { jwts } from "./adapters/jwts.ts";
import { makeKeys } from "./adapters/keys.ts";
import { makeLine } from "./adapters/line.ts";
import { makeLineSignIn } from "./adapters/line-sign-in.ts";
import { makeLineToken } from "./adapters/line-token.ts";
import { makeLog } from "./adapters/log.ts";
import { httpMail } from "./adapters/mail-http.ts";
import { mailNone } from "./adapters/mail-none.ts";
import { smtpMail } from "./adapters/mail-smtp.ts";
import { pdfNone } from "./adapters/pdf/pdf-none.ts";
import { webAuthn } from "./adapters/passkeys.ts";
import { makePaotang } from "./adapters/paotang.ts";
import { paotangNone } from "./adapters/paotang-none.ts";
import { picturesNone } from "./adapters/pictures/pictures-none.ts";
import { makePinHash } from "./adapters/pin-hash.ts";
import { makeRandom } from "./adapters/random.ts";
import { smsInTurn } from "./adapters/sms-in-turn.ts";
import { smsMkt } from "./adapters/sms-smsmkt.ts";
import { thaiBulkSms } from "./adapters/sms-thaibulksms.ts";
import { makeThaId } from "./adapters/thaid.ts";
import { thaIdNone } from "./adapters/thaid-none.ts";
import { deviceKeys } from "./adapters/device-keys.ts";
import { revocationListPath } from "./credentials/revocation.ts";
import { makeTokenAuthority, tokenAuthorityNone } from "./adapters/token-authority.ts";
import { makeVault } from "./adapters/vault.ts";
import { workbook } from "./adapters/workbook/workbook.ts";
import type { Config } from "./config.ts";
import { receiverMs } from "./systems/webhook.ts";
import type {
  CardRegistry,
  Clock,
  Database,
  Files,
  Hooks,
  Log,
  Mail,
  Pdf,
  Pictures,
  Ports,
  Sms,
} from "./ports.ts";

/** What the host decides: how many connections, how many slow hashes at once. */
export interface Host {
  readonly databaseUrl: string;
  readonly connections: number;
  readonly closesDatabase: boolean;
  readonly hashesAtOnce: number;
  /** Where log lines go; otherwise standard output and error. */
  readonly log?: Log;
  /** How webhook messages are posted, where the host knows better than by fetch. */
  readonly hooks?: Hooks;
  /** Documents, on a host that has the built assets. */
  readonly pdf?: Pdf;
  /** Pictures, on a host that has the codec. */
  readonly pictures?: Pictures;
  /** The host's own place for files; settings may name another. */
  readonly files?: Files;
}

/** The name of the one channel of this deployment, in every link, event and notice. */
export function channelOf(config: Config): string {
  return config.line.loginChannelId;
}

/** It holds nothing but what stands in its package, and is read once. */
const gazetteer = makeGazetteer();

const callTimeoutMs = 5_000;
/** A mail is a conversation of nine answers; shorter than what one notice may take. */
const mailTimeoutMs = 12_000;
const fileTimeoutMs = 10_000;
/** Somebody waits for ThaID with a browser in hand. */
const providerTimeoutMs = 8_000;
/** The registry answers across the country, and somebody waits for it with a card in hand. */
const registryTimeoutMs = 8_000;

/** Makes the real ports of a configuration on one host. */
export function wirePorts(config: Config, host: Host): Ports {
  const database = openDatabase({
    url: host.databaseUrl,
    max: host.connections,
    closes: host.closesDatabase,
  });
  const { log, hooks, pdf, files, pictures } = host;
  return {
    ...portsOver(config, database, host.hashesAtOnce),
    ...(log ? { log } : {}),
    ...(hooks ? { hooks } : {}),
    ...(pdf ? { pdf } : {}),
    ...(pictures ? { pictures } : {}),
    ...(files && config.files.store === "disk" ? { files } : {}),
  };
}

/** How webhook messages are sent. */
export function hookSettings({ demo }: Pick<Config, "demo">): HookSettings {
  return { timeoutMs: receiverMs, mayStayHere: demo };
}

/** The same over a database that is already open: workerd opens one a request. */
export function portsOver(
  config: Config,
  db: Database,
  hashesAtOnce: number,
  clock: Clock = systemClock,
): Ports {
  const keys = makeKeys(config.keys);
  return {
    db,
    clock,
    random: makeRandom(clock),
    keys,
    jwts,
    vault: makeVault(config.masterKeys),
    pinHash: makePinHash(keys.pinPepper, hashesAtOnce),
    line: makeLine({
      apiBase: config.line.apiBase,
      timeoutMs: callTimeoutMs,
      token: makeLineToken(config.line.credentials, config.line.apiBase, clock),
    }),
    lineSignIn: makeLineSignIn({
      ...config.line,
      channel: channelOf(config),
      timeoutMs: callTimeoutMs,
      clock,
    }),
    sms: smsOf(config),
    mail: mailOf(config),
    hooks: fetchHooks(hookSettings(config)),
    cardRegistry: cardRegistryOf(config),
    gazetteer,
    workbook,
    archive,
    pdf: pdfNone,
    files: filesOf(config),
    pictures: picturesNone,
    passkeys: webAuthn,
    thaId: config.thaId === null ? thaIdNone : makeThaId({ ...config.thaId, timeoutMs: providerTimeoutMs }),
    paotang:
      config.paotang === null
        ? paotangNone
        : makePaotang({ ...config.paotang, timeoutMs: providerTimeoutMs }),
    cardProofs: config.cardSignAuthority === null ? cardProofsNone : cardProofs(config.cardSignAuthority),
    tokenAuthority:
      config.tokenAuthority === null
        ? tokenAuthorityNone
        : makeTokenAuthority(config.tokenAuthority, new URL(revocationListPath, config.publicUrl).href),
    deviceKeys,
    log: makeLog(),
  };
}

function smsOf({ sms }: Config): Sms {
  const gateways = sms.map(({ provider, ...settings }) => {
    const given = { ...settings, timeoutMs: callTimeoutMs };
    switch (provider) {
      case "thaibulksms":
        return thaiBulkSms(given);
      case "smsmkt":
        return smsMkt(given);
    }
  });
  return smsInTurn(gateways);
}

function cardRegistryOf({ cardRegistry }: Config): CardRegistry {
  switch (cardRegistry.kind) {
    case "none":
      return cardRegistryNone;
    case "stand-in":
      return cardRegistryStandIn(300);
    case "dopa":
      return dopaCardRegistry({ url: cardRegistry.url, timeoutMs: registryTimeoutMs, log: makeLog() });
  }
}

function mailOf({ mail }: Config): Mail {
  switch (mail.server) {
    case "none":
      return mailNone;
    case "smtp":
      return smtpMail({ ...mail, timeoutMs: mailTimeoutMs });
    case "http":
      return httpMail({ ...mail, timeoutMs: callTimeoutMs });
  }
}

function filesOf({ files }: Config): Files {
  switch (files.store) {
    case "disk":
      return filesNone;
    case "s3":
      return s3Files({ ...files, timeoutMs: fileTimeoutMs });
  }
}
