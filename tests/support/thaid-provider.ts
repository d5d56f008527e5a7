import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { makeThaIdStandIn, type ThaIdPerson } from "../../scripts/simulator/thaid/provider.ts";

/** A real OpenID provider with ThaID's ways, on a port of its own. */
export interface ThaIdProvider {
  readonly issuer: string;
  readonly client: { readonly id: string; readonly secret: string };
  /** What becomes of the token endpoint's answer before the relying party reads it. */
  tamper: ((body: Record<string, unknown>) => unknown) | null;
  /** Signs claims with the provider's own key. */
  sign(told: Readonly<Record<string, unknown>>): Promise<string>;
  /** True: every answer is a fault of the server. */
  isDown: boolean;
  /** Walks as a person does: opens the address, says yes as that person, or no; answers where they are sent back to. */
  walk(address: string, person: ThaIdPerson | null): Promise<URL>;
  close(): Promise<void>;
}

/** Starts it. */
export async function startThaIdProvider(): Promise<ThaIdProvider> {
  const client = { id: "pratu-test", secret: "secret-of-the-test" };
  const server = createServer((incoming, outgoing) => serve(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}/thaid`;
  const standIn = await makeThaIdStandIn({ issuer, client, mayReturnTo: () => true });
  const made: ThaIdProvider = {
    issuer,
    client,
    tamper: null,
    sign: standIn.sign,
    isDown: false,
    walk: (address, person) => walk(address, person),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  function serve(incoming: IncomingMessage, outgoing: ServerResponse): void {
    if (made.isDown) return void outgoing.writeHead(503).end("down");
    const { tamper } = made;
    if (tamper && incoming.url === "/thaid/token/") tamperWith(outgoing, tamper);
    standIn.handle(incoming, outgoing);
  }
  return made;
}

function tamperWith(outgoing: ServerResponse, tamper: (body: Record<string, unknown>) => unknown): void {
  const end = outgoing.end.bind(outgoing) as (body: string) => ServerResponse;
  outgoing.end = ((body?: unknown) => {
    void Promise.resolve(tamper(JSON.parse(String(body)) as Record<string, unknown>)).then((told) => {
      const changed = JSON.stringify(told);
      outgoing.setHeader("content-length", Buffer.byteLength(changed));
      end(changed);
    });
    return outgoing;
  }) as typeof outgoing.end;
}

async function walk(address: string, person: ThaIdPerson | null): Promise<URL> {
  const jar = new Map<string, string>();
  const go = async (to: string, form?: URLSearchParams): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const post = form ? { method: "POST", body: form } : {};
    const answer = await fetch(to, { redirect: "manual", headers: { cookie }, ...post });
    for (const given of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  const { origin } = new URL(address);
  let answer = await go(address);
  let asked = new URL(answer.headers.get("location") ?? "", address);
  const form = new URLSearchParams({
    answer: person ? "yes" : "no",
    pid: person?.pid ?? "",
    name: `${person?.givenName ?? ""} ${person?.familyName ?? ""}`,
  });
  answer = await go(asked.href, form);
  for (let hops = 0; hops < 5; hops += 1) {
    asked = new URL(answer.headers.get("location") ?? "", asked);
    if (asked.origin !== origin) return asked;
    answer = await go(asked.href);
  }
  throw new Error(`the provider did not send anybody back: ${answer.status} ${await answer.text()}`);
}
