import { getRequestListener } from "@hono/node-server";
import { createServer } from "node:http";
import type { SystemActor } from "../../../server/kernel/actor.ts";
import {
  registerClient,
  renewClientSecret,
  replaceClient,
} from "../../../server/openid/actions/register-client.ts";
import { rotateKeys } from "../../../server/openid/actions/rotate-keys.ts";
import type { Ports } from "../../../server/ports.ts";
import { anyFreePort } from "../../free-port.ts";
import { treasuryPortal } from "./portal.tsx";

export interface RunningPortal {
  /** Where it is opened. */
  readonly origin: string;
  close(): Promise<void>;
}

const actor: SystemActor = { kind: "system", job: "demo" };
const clientId = "treasury-portal";

/**
 * Opens the demo's treasury beside Pratu: registers it as a relying party under a secret that is new with every start, and
 * serves it on this machine only, on `port` or, where that is taken, on another.
 */
export async function openTreasuryPortal(
  ports: Ports,
  { issuer, port }: { readonly issuer: string; readonly port: number },
): Promise<RunningPortal> {
  const own = createServer();
  const listening = (await listens(own, port)) ? port : await anyFreePort();
  if (listening !== port && !(await listens(own, listening))) throw new Error("no port for the treasury");
  const origin = `http://treasury.localhost:${listening}`;
  const clientSecret = await register(ports, origin);
  const portal = treasuryPortal({ issuer, clientId, clientSecret, origin });
  const answer = getRequestListener(portal.fetch, { overrideGlobalObjects: false });
  own.on("request", (incoming, outgoing) => void answer(incoming, outgoing));
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        own.close(() => resolve());
        own.closeAllConnections();
      }),
  };
}

/** False: another program has the port. */
function listens(server: ReturnType<typeof createServer>, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(error),
    );
    server.listen(port, "127.0.0.1", () => resolve(true));
  });
}

/** Registers it, or brings the registration up to where it is opened now; answers its secret. */
async function register(ports: Ports, origin: string): Promise<string> {
  const form = {
    ...{ id: clientId, auth: "client_secret_basic", keys: [], rights: [], demo: true },
    nameTh: "ระบบบริหารการเงินการคลังภาครัฐ (จำลอง)",
    nameEn: "Government fiscal system (simulated)",
    redirectUris: [`${origin}/callback`],
    postLogoutUris: [`${origin}/signed-out`],
  };
  await rotateKeys(ports, actor);
  const registered = await registerClient(ports, actor, form);
  if (registered.ok && registered.value.secret !== null) return registered.value.secret;
  const replaced = await replaceClient(ports, actor, form);
  const renewed = await renewClientSecret(ports, actor, clientId);
  if (!replaced.ok || !renewed.ok) throw new Error("the demo's treasury is registered otherwise");
  return renewed.value.secret;
}
