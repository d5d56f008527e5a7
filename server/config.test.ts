import { expect, test } from "vitest";
import { makeCardAuthority, makeCardKey } from "../scripts/card-agent/authority.ts";
import { newSigningKey } from "../tests/support/settings.ts";
import { parseConfig, type Environment } from "./config.ts";

const key = Buffer.alloc(32, 7).toString("base64");
const whole: Environment = {
  LINE_CHANNEL_SECRET: "secret",
  LINE_CHANNEL_ID: "2000000001",
  LINE_LOGIN_CHANNEL_ID: "2000000002",
  LINE_LOGIN_CHANNEL_SECRET: "login-secret",
  LIFF_ID: "2000000002-AbcdEfgh",
  PUBLIC_URL: "https://pratu.example",
  DATA_KEY: `k1:${key}`,
  INDEX_KEY: key,
  CODE_KEY: key,
  QR_KEY: key,
  PIN_PEPPER: key,
  OTP_KEY: key,
  CODE_SIGNING_KEY: newSigningKey(),
  AUDIT_SIGNING_KEY: newSigningKey(),
};

function wrongNames(env: Environment): string[] {
  const parsed = parseConfig(env);
  return "wrong" in parsed ? parsed.wrong.map(({ name }) => name) : [];
}

test("a whole set of LINE settings is the real channel, not a demo", () => {
  const parsed = parseConfig(whole);
  expect("config" in parsed && parsed.config.demo).toBe(false);
  expect("config" in parsed && parsed.config.line.accessBase).toBe("https://access.line.me");
});

test("names every missing secret at once, without showing any value", () => {
  const parsed = parseConfig({ LINE_CHANNEL_SECRET: "hush-hush", PUBLIC_URL: "https://pratu.example" });
  if (!("wrong" in parsed)) throw new Error("accepted");
  expect(parsed.wrong.map(({ name }) => name)).toEqual([
    "LINE_CHANNEL_ID",
    "LINE_LOGIN_CHANNEL_ID",
    "LINE_LOGIN_CHANNEL_SECRET",
    "LIFF_ID",
    "INDEX_KEY",
    "CODE_KEY",
    "QR_KEY",
    "PIN_PEPPER",
    "OTP_KEY",
    "CODE_SIGNING_KEY",
    "AUDIT_SIGNING_KEY",
    "DATA_KEY",
  ]);
  expect(JSON.stringify(parsed.wrong)).not.toContain("hush-hush");
});

test.each([
  ["PORT", "eighty"],
  ["PORT", "70000"],
  ["PUBLIC_URL", "http://pratu.example"],
  ["PUBLIC_URL", "https://pratu.example/path"],
  ["DEMO", "yes"],
  ["LINE_API_BASE", "http://127.0.0.1:9000/line"],
  ["SMS_PROVIDER", "pigeon"],
  ["SMS_PROVIDER", "smsmkt,pigeon"],
  ["SMS_PROVIDER", "smsmkt,smsmkt"],
  ["FILES", "tape"],
  ["MAIL_URL", "mail.example"],
  ["MAIL_URL", "http://mail.example/send"],
  ["MAIL_URL", "ftp://mail.example"],
  ["MAIL_URL", "smtp://"],
  ["MAIL_URL", "smtp://mail.example/path"],
  ["MAIL_URL", "smtp://:password@mail.example"],
  ["MAIL_URL", "smtp://user:50%@mail.example"],
  ["CARD_REGISTRY", "stand-in"],
  ["QR_KEY", "short"],
  ["CODE_SIGNING_KEY", key],
  ["AUDIT_SIGNING_KEY", key],
  ["CODE_OLD_PUBLIC_KEYS", newSigningKey()],
  ["DATA_KEY", key],
  ["DATA_KEY", `k1:${key},k2:short`],
])("refuses %s=%s and names it", (name, value) => {
  expect(wrongNames({ ...whole, MAIL_FROM: "no-reply@pratu.example", [name]: value })).toEqual([name]);
});

test.each(["http://localhost:8787", "http://phone1.localhost:8787", "http://127.0.0.1:8787"])(
  "takes %s without TLS, as browsers do",
  (url) => {
    expect(wrongNames({ ...whole, PUBLIC_URL: url })).toEqual([]);
  },
);

test("refuses a demo that would talk to LINE's own hosts", () => {
  expect(wrongNames({ ...whole, DEMO: "1" })).toEqual(["DEMO"]);
  expect(wrongNames({ ...whole, DEMO: "1", LINE_API_BASE: "http://127.0.0.1:9000" })).toEqual([]);
});

test("asks for the gateway's keys only when a gateway is named", () => {
  expect(wrongNames({ ...whole, SMS_PROVIDER: "thaibulksms" })).toEqual([
    "THAIBULKSMS_KEY",
    "THAIBULKSMS_SECRET",
    "THAIBULKSMS_SENDER",
  ]);
  expect(wrongNames({ ...whole, SMS_PROVIDER: "smsmkt" })).toEqual([
    "SMSMKT_KEY",
    "SMSMKT_SECRET",
    "SMSMKT_SENDER",
  ]);
  expect(wrongNames({ ...whole, SMS_PROVIDER: "none" })).toEqual([]);
});

test("gateways are asked in the order they are named", () => {
  const named = (provider: string) => ({
    [`${provider}_KEY`]: "k",
    [`${provider}_SECRET`]: "s",
    [`${provider}_SENDER`]: "PRATU",
  });
  const parsed = parseConfig({
    ...whole,
    ...named("THAIBULKSMS"),
    ...named("SMSMKT"),
    SMS_PROVIDER: "smsmkt, thaibulksms",
  });
  if ("wrong" in parsed) throw new Error(JSON.stringify(parsed.wrong));
  expect(parsed.config.sms.map(({ provider }) => provider)).toEqual(["smsmkt", "thaibulksms"]);
});

test("a stand-in's sign-in script is taken in a demo only", () => {
  const script = { SIGN_IN_SCRIPT: "/simulator/assets/sign-in.js", LINE_API_BASE: "http://127.0.0.1:9000" };
  const demo = parseConfig({ ...whole, ...script, DEMO: "1" });
  const real = parseConfig({ ...whole, ...script });
  expect("config" in demo && demo.config.line.signInScript).toBe("/simulator/assets/sign-in.js");
  expect("config" in real && real.config.line.signInScript).toBe(null);
});

const sender = { MAIL_FROM: "ประตู <no-reply@pratu.example>" };

function mailOf(url: string, more: Environment = sender) {
  const parsed = parseConfig({ ...whole, ...more, MAIL_URL: url });
  if ("wrong" in parsed) throw new Error(JSON.stringify(parsed.wrong));
  return parsed.config.mail;
}

test("a mail server is spoken to under TLS, but for one on this machine", () => {
  const from = { name: "ประตู", address: "no-reply@pratu.example" };
  const login = { user: "pratu@mail", pass: "a:b/c" };
  expect(mailOf("smtp://pratu%40mail:a%3Ab%2Fc@mail.example")).toEqual({
    server: "smtp",
    host: "mail.example",
    port: 587,
    tls: "starttls",
    login,
    from,
  });
  expect(mailOf("smtps://mail.example")).toMatchObject({ port: 465, tls: "implicit", login: null });
  expect(mailOf("smtp://127.0.0.1:2525")).toMatchObject({ port: 2525, tls: "none", host: "127.0.0.1" });
});

test("a mail service's bearer stands before its host and is not left in its address", () => {
  expect(mailOf("https://secret@mail.example/v1/send")).toMatchObject({
    server: "http",
    url: "https://mail.example/v1/send",
    token: "secret",
  });
  expect(mailOf("https://mail.example/v1/send")).toMatchObject({ token: null });
});

test.each([{}, { MAIL_FROM: "nobody" }, { MAIL_FROM: "a@b.example, c@d.example" }])(
  "asks for who sends when there is a mail server: %o",
  (more) => {
    expect(wrongNames({ ...whole, ...more, MAIL_URL: "smtp://mail.example" })).toEqual(["MAIL_FROM"]);
    expect(wrongNames({ ...whole, ...more })).toEqual([]);
  },
);

test("a bucket is named with its keys, and all of them are missed at once", () => {
  expect(wrongNames({ ...whole, FILES: "s3", S3_BUCKET: "Not A Bucket" })).toEqual([
    "S3_BUCKET",
    "S3_ACCESS_KEY",
    "S3_SECRET_KEY",
  ]);
  const s3 = { FILES: "s3", S3_BUCKET: "pratu-files", S3_ACCESS_KEY: "id", S3_SECRET_KEY: "secret" };
  const parsed = parseConfig({ ...whole, ...s3, S3_ENDPOINT: "https://s3.gov.example" });
  expect("config" in parsed && parsed.config.files).toEqual({
    store: "s3",
    endpoint: "https://s3.gov.example",
    bucket: "pratu-files",
    region: "us-east-1",
    accessKey: "id",
    secretKey: "secret",
  });
});

test("the registry of ID cards: DOPA's own address unless told otherwise, and never one without TLS", () => {
  const parsed = parseConfig({ ...whole, CARD_REGISTRY: "dopa" });
  expect("config" in parsed && parsed.config.cardRegistry).toEqual({
    kind: "dopa",
    url: "https://idcard.bora.dopa.go.th/checkcardstatus/checkcardservice.asmx",
  });
  const wrong = (url: string) => wrongNames({ ...whole, CARD_REGISTRY: "dopa", CARD_REGISTRY_URL: url });
  expect(wrong("http://registry.example/service.asmx")).toEqual(["CARD_REGISTRY_URL"]);
  expect(wrong("https://user:word@registry.example/")).toEqual(["CARD_REGISTRY_URL"]);
  expect(wrong("http://127.0.0.1:9000/service.asmx")).toEqual([]);
  const without = parseConfig(whole);
  expect("config" in without && without.config.cardRegistry).toEqual({ kind: "none" });
});

test("an authority of cards is taken as PEM, its line ends as they are or written as \\n", () => {
  const { certificate } = makeCardAuthority(new Date());
  const none = parseConfig(whole);
  expect("config" in none && none.config.cardSignAuthority).toBeNull();
  for (const text of [certificate, certificate.replaceAll("\n", "\\n")]) {
    const parsed = parseConfig({ ...whole, CARD_SIGN_CA: text });
    expect("config" in parsed && parsed.config.cardSignAuthority).toBe(certificate.trim());
  }
});

test("what is no authority's certificate is named and not trusted", () => {
  const authority = makeCardAuthority(new Date());
  const card = makeCardKey(authority, { pid: "1999900001048", fname: "ก", lname: "ข" }, new Date());
  for (const text of ["x", authority.key, card.certificate]) {
    expect(wrongNames({ ...whole, CARD_SIGN_CA: text })).toEqual(["CARD_SIGN_CA"]);
  }
});
