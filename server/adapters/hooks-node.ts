import { lookup, type LookupAddress } from "node:dns";
import { request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "../systems/public-address.ts";
import type { ReceiverAnswer } from "../systems/webhook.ts";
import type { Hooks } from "../ports.ts";
import type { HookSettings } from "./hooks-fetch.ts";

/** Asks for every address of a name. */
export type Resolve = (
  hostname: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

const resolveAll: Resolve = (hostname, done) => {
  lookup(hostname, { all: true, order: "verbatim" }, done);
};

const refused = "EADDRESSREFUSED";

/**
 * Posts webhook messages on Node. The connection is made to the very address that was judged, so a name that answers
 * otherwise a moment later leads nowhere: any private address among a name's answers refuses it. Follows no redirect,
 * reads no body, and gives the whole conversation one time-out.
 */
export function nodeHooks({
  timeoutMs,
  mayStayHere,
  resolve = resolveAll,
}: HookSettings & { resolve?: Resolve }): Hooks {
  return {
    post: (url, headers, body) => {
      const target = new URL(url);
      const host = target.hostname.replace(/^\[|\]$/g, "");
      if (!mayStayHere && isIP(host) !== 0 && !isPublicAddress(host)) {
        return Promise.resolve({ kind: "address_refused" });
      }
      return new Promise<ReceiverAnswer>((answer) => {
        const signal = AbortSignal.timeout(timeoutMs);
        const send = target.protocol === "https:" ? tlsRequest : plainRequest;
        const sent = send(target, {
          method: "POST",
          headers: { ...headers, "content-length": Buffer.byteLength(body) },
          lookup: mayStayHere ? undefined : publicOnly(resolve),
          agent: false,
          signal,
        });
        sent.once("response", (response) => {
          response.destroy();
          answer({ kind: "answered", status: response.statusCode ?? 0 });
        });
        sent.on("error", (error: NodeJS.ErrnoException) => {
          answer({
            kind: error.code === refused ? "address_refused" : signal.aborted ? "timeout" : "unreachable",
          });
        });
        sent.end(body);
      });
    },
  };
}

function publicOnly(resolve: Resolve): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, (error, addresses) => {
      const [first] = addresses;
      if (error || !first) return done(error ?? new Error("no address"), "", 0);
      if (!addresses.every(({ address }) => isPublicAddress(address))) {
        return done(Object.assign(new Error("a private address"), { code: refused }), "", 0);
      }
      if (options.all) done(null, [...addresses]);
      else done(null, first.address, first.family);
    });
  };
}
