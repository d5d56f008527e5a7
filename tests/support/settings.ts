import { generateKeyPairSync, randomBytes } from "node:crypto";
import { newTokenAuthority } from "../../scripts/demo/token-authority.ts";
import { parseConfig, type Config, type Environment } from "../../server/config.ts";

/** A fresh pair that signs, as the settings want it. */
export function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
}

/** A whole set of settings with keys of this run only; `more` wins. */
export function testEnvironment(more: Environment = {}): Environment {
  const key = () => randomBytes(32).toString("base64");
  return {
    DEMO: "1",
    LINE_API_BASE: "http://127.0.0.1:9",
    LINE_CHANNEL_SECRET: randomBytes(16).toString("hex"),
    LINE_CHANNEL_ID: "2000000001",
    LINE_LOGIN_CHANNEL_ID: "2000000002",
    LINE_LOGIN_CHANNEL_SECRET: randomBytes(16).toString("hex"),
    LIFF_ID: "2000000002-AbcdEfgh",
    DATA_KEY: `t1:${key()}`,
    INDEX_KEY: key(),
    CODE_KEY: key(),
    QR_KEY: key(),
    PIN_PEPPER: key(),
    OTP_KEY: key(),
    CODE_SIGNING_KEY: newSigningKey(),
    AUDIT_SIGNING_KEY: newSigningKey(),
    ...newTokenAuthority(new Date("2026-01-01T00:00:00Z")),
    ...more,
  };
}

/** The same, parsed. */
export function testConfig(more: Environment = {}): Config {
  const parsed = parseConfig(testEnvironment(more));
  if ("wrong" in parsed) throw new Error(JSON.stringify(parsed.wrong));
  return parsed.config;
}
