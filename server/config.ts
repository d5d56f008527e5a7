import type { S3Settings } from "./adapters/files-s3.ts";
import type { KeyMaterial } from "./adapters/keys.ts";
import type { LineCredentials } from "./adapters/line-token.ts";
import type { MailSender } from "./adapters/mail-address.ts";
import type { SmtpSettings } from "./adapters/mail-smtp.ts";
import type { MasterKey } from "./adapters/vault.ts";
import type { OpenIdSettings } from "./adapters/openid-party.ts";
import type { TokenAuthorityKey } from "./adapters/token-authority.ts";
import { isLocal, SettingReader, type Environment, type WrongSetting } from "./setting-reader.ts";

export type { Environment, WrongSetting } from "./setting-reader.ts";

/** Everything the app is told from outside, parsed once. */
export interface Config {
  readonly demo: boolean;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: URL;
  readonly trustedProxies: readonly string[];
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  readonly dataFolder: string;
  readonly line: LineConfig;
  readonly sms: SmsConfig;
  readonly mail: MailConfig;
  /** Null: returned mails are not handed over. */
  readonly mailReportSecret: string | null;
  readonly cardRegistry: CardRegistryConfig;
  readonly files: FilesConfig;
  /** ThaID as a relying party is told it; null: not offered. */
  readonly thaId: ProviderConfig | null;
  /** เป๋าตัง as its client is told it; null: not offered. */
  readonly paotang: ProviderConfig | null;
  /** Where pictures of maps come from, as an address with {z}, {x} and {y}; null: places are typed, without a map. */
  readonly mapTiles: string | null;
  /** The authority whose ID cards may sign in staff (PEM); null: none. */
  readonly cardSignAuthority: string | null;
  /** What certifies the keys of Soft Tokens; null: no phone is activated here. */
  readonly tokenAuthority: TokenAuthorityKey | null;
  readonly keys: KeyMaterial;
  readonly masterKeys: readonly [MasterKey, ...MasterKey[]];
}

export interface LineConfig {
  readonly apiBase: string;
  readonly dataBase: string;
  readonly accessBase: string;
  readonly channelSecret: string;
  readonly credentials: LineCredentials;
  readonly loginChannelId: string;
  readonly loginChannelSecret: string;
  readonly liffId: string;
  /** The script that signs in on the entry page; null: our own, over LINE's SDK. */
  readonly signInScript: string | null;
}

/** The gateways in the order they are asked; none: nothing is sent. */
export type SmsConfig = readonly SmsGateway[];
export const smsProviders = ["thaibulksms", "smsmkt"] as const;

export interface SmsGateway {
  readonly provider: (typeof smsProviders)[number];
  readonly base: string;
  readonly key: string;
  readonly secret: string;
  readonly sender: string;
}

export type CardRegistryConfig =
  { readonly kind: "none" | "stand-in" } | { readonly kind: "dopa"; readonly url: string };

export type MailConfig =
  | { readonly server: "none" }
  | ({ readonly server: "smtp" } & Omit<SmtpSettings, "timeoutMs">)
  | {
      readonly server: "http";
      readonly url: string;
      readonly token: string | null;
      readonly from: MailSender;
    };

export type ProviderConfig = Omit<OpenIdSettings, "timeoutMs">;

/** `disk` is the host's own place: a folder on Node, the bound bucket on Workers. */
export type FilesConfig =
  { readonly store: "disk" } | ({ readonly store: "s3" } & Omit<S3Settings, "timeoutMs">);

/** Parses the environment. Every wrong setting is named, not only the first; a secret's value is never shown. */
export function parseConfig(env: Environment): { config: Config } | { wrong: readonly WrongSetting[] } {
  const wrong: WrongSetting[] = [];
  const read = new SettingReader(env, wrong);
  const demo = read.flag("DEMO", !env["LINE_CHANNEL_SECRET"]);
  const port = read.port("PORT", 8787);
  const line = readLine(read, demo);
  if (demo && line.apiBase === lineApi) {
    wrong.push({ name: "DEMO", expected: "0 when LINE's own hosts are used; a demo needs LINE_API_BASE" });
  }
  const config: Config = {
    demo,
    port,
    host: read.text("HOST", "127.0.0.1"),
    publicUrl: read.publicUrl("PUBLIC_URL", `http://localhost:${port}`),
    trustedProxies: read.list("TRUSTED_PROXIES"),
    databaseUrl: env["DATABASE_URL"] ?? null,
    databaseOwnerUrl: env["DATABASE_OWNER_URL"] ?? null,
    dataFolder: read.text("DATA_DIR", ".data"),
    line,
    sms: readSms(read),
    mail: readMail(read),
    mailReportSecret: read.secret("MAIL_REPORT_SECRET"),
    cardRegistry: readCardRegistry(read, demo),
    files: readFiles(read),
    thaId: readThaId(read),
    paotang: readPaotang(read),
    mapTiles: read.tiles("MAP_TILES"),
    cardSignAuthority: read.certificate("CARD_SIGN_CA"),
    tokenAuthority: read.authority("TOKEN_CA_KEY", "TOKEN_CA_CERT"),
    keys: {
      index: read.key("INDEX_KEY"),
      serviceCode: read.key("CODE_KEY"),
      qr: read.key("QR_KEY"),
      pinPepper: read.key("PIN_PEPPER"),
      otp: read.key("OTP_KEY"),
      codeSigning: read.signingKey("CODE_SIGNING_KEY"),
      codeOld: read.publicKeys("CODE_OLD_PUBLIC_KEYS"),
      auditSigning: read.signingKey("AUDIT_SIGNING_KEY"),
      auditOld: read.publicKeys("AUDIT_OLD_PUBLIC_KEYS"),
    },
    masterKeys: read.masterKeys("DATA_KEY"),
  };
  return wrong.length > 0 ? { wrong } : { config };
}

const lineApi = "https://api.line.me";

function readLine(read: SettingReader, demo: boolean): LineConfig {
  const apiBase = read.origin("LINE_API_BASE", lineApi);
  const standIn = apiBase !== lineApi;
  const token = read.optional("LINE_CHANNEL_ACCESS_TOKEN");
  const secret = read.required("LINE_CHANNEL_SECRET", "the channel secret of the Messaging API channel");
  return {
    apiBase,
    dataBase: standIn ? apiBase : "https://api-data.line.me",
    accessBase: standIn ? apiBase : "https://access.line.me",
    channelSecret: secret,
    credentials: token
      ? { kind: "token", token }
      : {
          kind: "channel",
          id: read.required("LINE_CHANNEL_ID", "the channel id (or give LINE_CHANNEL_ACCESS_TOKEN)"),
          secret,
        },
    loginChannelId: read.required("LINE_LOGIN_CHANNEL_ID", "the id of the LINE Login channel"),
    loginChannelSecret: read.required("LINE_LOGIN_CHANNEL_SECRET", "the secret of the LINE Login channel"),
    liffId: read.required("LIFF_ID", "the LIFF app's id, such as 1234567890-AbcdEfgh"),
    signInScript: demo ? (read.optional("SIGN_IN_SCRIPT") ?? null) : null,
  };
}

/** `SMS_PROVIDER` names gateways in the order they are asked: the next when one surely did not take a message. */
function readSms(read: SettingReader): SmsConfig {
  return read.listOf("SMS_PROVIDER", smsProviders).map((provider) => {
    const name = provider.toUpperCase();
    return {
      provider,
      base: read.origin(smsBases[provider].setting, smsBases[provider].otherwise),
      key: read.required(`${name}_KEY`, "the API key"),
      secret: read.required(`${name}_SECRET`, "the API secret"),
      sender: read.required(`${name}_SENDER`, "the registered sender name"),
    };
  });
}

const smsBases = {
  thaibulksms: { setting: "SMS_API_BASE", otherwise: "https://api-v2.thaibulksms.com" },
  smsmkt: { setting: "SMSMKT_API_BASE", otherwise: "https://portal-otp.smsmkt.com" },
} as const satisfies Record<SmsGateway["provider"], { setting: string; otherwise: string }>;

/** A stand-in says yes to whoever asks: it is for the demo alone. */
function readCardRegistry(read: SettingReader, demo: boolean): CardRegistryConfig {
  const kinds = demo ? (["none", "dopa", "stand-in"] as const) : (["none", "dopa"] as const);
  const kind = read.oneOf("CARD_REGISTRY", kinds, demo ? "stand-in" : "none");
  return kind === "dopa" ? { kind, url: read.address("CARD_REGISTRY_URL", dopaService) } : { kind };
}

const dopaService = "https://idcard.bora.dopa.go.th/checkcardstatus/checkcardservice.asmx";

/** smtp:// and smtps:// name a server, https:// a service that takes JSON; a bearer or login stands before the @. */
function readMail(read: SettingReader): MailConfig {
  const url = read.mailUrl("MAIL_URL");
  if (url === null) return { server: "none" };
  const from = read.mailSender("MAIL_FROM");
  const user = decodeURIComponent(url.username);
  const pass = decodeURIComponent(url.password);
  if (/^https?:$/.test(url.protocol)) {
    const bare = new URL(url);
    bare.username = bare.password = "";
    return { server: "http", url: bare.href, token: pass || user || null, from };
  }
  const implicit = url.protocol === "smtps:";
  return {
    server: "smtp",
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: Number(url.port) || (implicit ? 465 : 587),
    tls: implicit ? "implicit" : isLocal(url) ? "none" : "starttls",
    login: user === "" ? null : { user, pass },
    from,
  };
}

function readFiles(read: SettingReader): FilesConfig {
  const store = read.oneOf("FILES", ["disk", "s3"] as const, "disk");
  if (store === "disk") return { store };
  return {
    store,
    endpoint: read.origin("S3_ENDPOINT", "https://s3.amazonaws.com"),
    bucket: read.bucket("S3_BUCKET"),
    region: read.text("S3_REGION", "us-east-1"),
    accessKey: read.required("S3_ACCESS_KEY", "the access key id"),
    secretKey: read.required("S3_SECRET_KEY", "the secret access key"),
  };
}

/** All three or none: half a relying party offers people a way that ends nowhere. */
function isClientOf(read: SettingReader, provider: "THAID" | "PAOTANG"): boolean {
  return ["ISSUER", "CLIENT_ID", "CLIENT_SECRET"].some((name) => read.optional(`${provider}_${name}`));
}

/** The bank's interface has no public address: it is named with the contract. */
function readPaotang(read: SettingReader): ProviderConfig | null {
  if (!isClientOf(read, "PAOTANG")) return null;
  return {
    issuer: read.address("PAOTANG_ISSUER", read.required("PAOTANG_ISSUER", "where the bank answers")),
    clientId: read.required("PAOTANG_CLIENT_ID", "the client id the bank gave this client"),
    clientSecret: read.required("PAOTANG_CLIENT_SECRET", "the secret that goes with it"),
  };
}

function readThaId(read: SettingReader): ProviderConfig | null {
  if (!isClientOf(read, "THAID")) return null;
  return {
    issuer: read.address("THAID_ISSUER", "https://imauth.bora.dopa.go.th"),
    clientId: read.required("THAID_CLIENT_ID", "the client id ThaID gave this relying party"),
    clientSecret: read.required("THAID_CLIENT_SECRET", "the secret that goes with it"),
  };
}
