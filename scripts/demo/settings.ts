import type { Environment } from "../../server/config.ts";
import { demoCardAuthority } from "./card-authority.ts";
import { demoSecrets } from "./secrets.ts";
import { demoTokenAuthority } from "./token-authority.ts";

/**
 * Where the demo's processes meet: the simulator on `port`, LINE's and the gateway's paths on `apiPort`, SMTP on
 * `mailPort`.
 */
export interface DemoPorts {
  readonly port: number;
  readonly apiPort: number;
  readonly mailPort: number;
}

/**
 * The environment of a demo: the app's ordinary settings, pointed at the stand-ins, under secrets of its own.
 * What the caller set wins, so that any single setting can be tried.
 */
export async function demoEnvironment(
  env: Environment,
  dataFolder: string,
  ports: DemoPorts,
): Promise<Environment> {
  const api = `http://127.0.0.1:${ports.apiPort}`;
  return {
    DEMO: "1",
    LINE_API_BASE: api,
    SMS_PROVIDER: "thaibulksms,smsmkt",
    SMS_API_BASE: api,
    SMSMKT_API_BASE: api,
    THAIBULKSMS_SENDER: "PRATU",
    SMSMKT_SENDER: "PRATU",
    MAIL_URL: `smtp://127.0.0.1:${ports.mailPort}`,
    MAIL_FROM: "ประตู <no-reply@pratu.example>",
    THAID_ISSUER: `http://localhost:${ports.port}/simulator/thaid`,
    THAID_CLIENT_ID: "pratu-demo",
    PAOTANG_ISSUER: `http://localhost:${ports.port}/simulator/paotang`,
    PAOTANG_CLIENT_ID: "pratu-demo",
    SIGN_IN_SCRIPT: "/simulator/assets/sign-in.js",
    MAP_TILES: "/simulator/tiles/{z}/{x}/{y}.svg",
    PUBLIC_URL: `http://localhost:${ports.port}`,
    CARD_SIGN_CA: (await demoCardAuthority(dataFolder)).certificate,
    ...(await demoSecrets(dataFolder)),
    ...(await demoTokenAuthority(dataFolder)),
    ...env,
  };
}
