import { request, type IncomingMessage, type ServerResponse } from "node:http";
import type { SimulatorOptions } from "../options.ts";

const hopByHop = [
  "connection",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
  "proxy-connection",
  "te",
  "trailer",
];

/**
 * Passes a request to the app and its answer back, streams and all: Host, Origin and bodies untouched. While the app
 * does not answer, says so (502).
 */
export function passOn(options: SimulatorOptions, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const call = request({
    ...options.inner,
    method: incoming.method,
    path: incoming.url,
    headers: ownHeaders(incoming.rawHeaders),
    setDefaultHeaders: false,
  });
  call.on("response", (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, ownHeaders(answer.rawHeaders));
    outgoing.flushHeaders();
    answer.pipe(outgoing);
    answer.on("error", () => outgoing.destroy());
  });
  call.on("error", () => {
    if (outgoing.headersSent) return outgoing.destroy();
    sayAppIsDown(outgoing);
  });
  outgoing.on("close", () => call.destroy());
  incoming.pipe(call);
}

/** Raw header pairs in their order, without those that belong to one connection only. */
function ownHeaders(raw: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const [name, value] = [raw[index] ?? "", raw[index + 1] ?? ""];
    if (!hopByHop.includes(name.toLowerCase())) kept.push(name, value);
  }
  return kept;
}

function sayAppIsDown(outgoing: ServerResponse): void {
  outgoing.writeHead(502, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    refresh: "2",
  });
  outgoing.end(
    `<!doctype html><html lang="th"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>ระบบยังไม่ตอบ</title><h1>ระบบยังไม่ตอบ</h1><p>แอปกำลังเริ่มทำงานหรือหยุดอยู่ หน้านี้จะลองใหม่เองทุก 2 วินาที</p>` +
      `<p lang="en">The app is not answering. This page tries again every 2 seconds.</p></html>`,
  );
}
