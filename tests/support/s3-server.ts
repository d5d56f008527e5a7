import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const s3Login = {
  accessKey: "AKIDSYNTHETIC",
  secretKey: "synthetic/secret+key",
  region: "ap-southeast-7",
};

/** What goes wrong with the next requests, one each; `cut` ends the connection in the middle of the answer. */
export type S3Fault = { status: number; code: string } | "cut" | "silent";

export interface S3Server {
  readonly origin: string;
  readonly bucket: string;
  /** By key, as put. */
  readonly kept: ReadonlyMap<string, { bytes: Uint8Array; contentType: string }>;
  /** Requests that were answered, as "PUT 200". */
  readonly answered: readonly string[];
  fail(...faults: S3Fault[]): void;
  close(): Promise<void>;
}

/** A server that answers as S3 does: it checks each signature over method, path, headers and the body's hash. */
export async function s3Server(bucket = "pratu-files"): Promise<S3Server> {
  const kept = new Map<string, { bytes: Uint8Array; contentType: string }>();
  const [answered, faults]: [string[], S3Fault[]] = [[], []];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const say = (status: number, code = "", bytes: Uint8Array = new Uint8Array()) => {
      answered.push(`${request.method ?? ""} ${status}`);
      if (code === "") return response.writeHead(status).end(bytes);
      const error = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>said by the test</Message></Error>`;
      return response.writeHead(status, { "content-type": "application/xml" }).end(error);
    };
    const fault = faults.shift();
    if (fault === "silent") return;
    if (fault === "cut") {
      response.writeHead(200, { "content-length": "1000" }).write("a part");
      return setTimeout(() => request.socket.destroy(), 20);
    }
    if (fault) return say(fault.status, fault.code);
    const wrong = wrongSignature(request, body);
    if (wrong) return say(wrong === "XAmzContentSHA256Mismatch" ? 400 : 403, wrong);
    const [, named, key = ""] = /^\/([^/]+)\/(.+)$/.exec(request.url ?? "") ?? [];
    if (named !== bucket) return say(404, "NoSuchBucket");
    const found = kept.get(key);
    switch (request.method ?? "") {
      case "PUT":
        kept.set(key, { bytes: new Uint8Array(body), contentType: request.headers["content-type"] ?? "" });
        return say(200);
      case "GET":
        return found ? say(200, "", found.bytes) : say(404, "NoSuchKey");
      case "DELETE":
        kept.delete(key);
        return say(204);
      default:
        return say(405, "MethodNotAllowed");
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucket,
    kept,
    answered,
    fail: (...more) => void faults.push(...more),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Why the signature (Version 4, computed here from its specification) does not hold, in S3's own codes; null: it does. */
function wrongSignature({ method, url, headers }: IncomingMessage, body: Buffer): string | null {
  const hash = String(headers["x-amz-content-sha256"]);
  if (hash !== sha256(body)) return "XAmzContentSHA256Mismatch";
  const [, accessKey, scope = "", signed = "", signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? "",
    ) ?? [];
  if (accessKey !== s3Login.accessKey) return "InvalidAccessKeyId";
  const names = signed.split(";");
  const needed = ["host", "x-amz-content-sha256", "x-amz-date"];
  if (!needed.every((name) => names.includes(name))) return "AccessDenied";
  const time = String(headers["x-amz-date"]);
  const canonical = [
    method,
    url,
    "",
    ...names.map((name) => `${name}:${String(headers[name])}`),
    "",
    signed,
    hash,
  ].join("\n");
  const text = ["AWS4-HMAC-SHA256", time, scope, sha256(canonical)].join("\n");
  const parts = [time.slice(0, 8), s3Login.region, "s3", "aws4_request"];
  if (scope !== parts.join("/")) return "AuthorizationHeaderMalformed";
  const key = parts.reduce<Buffer>(hmac, Buffer.from(`AWS4${s3Login.secretKey}`));
  return hmac(key, text).toString("hex") === signature ? null : "SignatureDoesNotMatch";
}

function sha256(content: Buffer | string): string {
  return createHash("sha256").update(content).digest("hex");
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
