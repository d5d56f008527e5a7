import { AwsClient } from "aws4fetch";
import { createHash } from "node:crypto";
import type { Files } from "../ports.ts";
import { checkedKey } from "./file-key.ts";

export interface S3Settings {
  /** Origin of the service; buckets are named in the path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** For the whole call, repetitions included. */
  readonly timeoutMs: number;
}

const repetitions = 2;

/**
 * Files in a bucket of a service that speaks S3 (Signature Version 4, the body's hash signed too, so that a put that
 * was changed or cut on its way is refused). 5xx and 429 are tried again twice: a put of the same key gives the same.
 * Whatever else it answers is thrown with the service's own code. Only `NoSuchKey` means that a file is not there: a
 * bucket that is missing must not look like a lost file.
 */
export function s3Files(settings: S3Settings): Files {
  const client = new AwsClient({
    accessKeyId: settings.accessKey,
    secretAccessKey: settings.secretKey,
    service: "s3",
    region: settings.region,
    retries: repetitions,
  });
  const call = async (method: string, key: string, body?: Uint8Array, contentType?: string) => {
    const headers: Record<string, string> = {
      "x-amz-content-sha256": createHash("sha256")
        .update(body ?? "")
        .digest("hex"),
      ...(contentType === undefined ? {} : { "content-type": contentType }),
    };
    return client.fetch(`${settings.endpoint}/${settings.bucket}/${checkedKey(key)}`, {
      method,
      headers,
      ...(body ? { body: new Uint8Array(body) } : {}),
      redirect: "manual",
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
  };
  return {
    put: async (key, bytes, contentType) => {
      const response = await call("PUT", key, bytes, contentType);
      if (!response.ok) throw await faultOf("put", response);
      await response.body?.cancel();
    },
    get: async (key) => {
      const response = await call("GET", key);
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      const fault = await faultOf("get", response);
      if (fault.isMissing) return null;
      throw fault;
    },
    delete: async (key) => {
      const response = await call("DELETE", key);
      const fault = response.ok ? null : await faultOf("delete", response);
      if (fault && !fault.isMissing) throw fault;
      if (!fault) await response.body?.cancel();
    },
  };
}

class S3Fault extends Error {
  readonly isMissing: boolean;

  constructor(call: string, status: number, code: string) {
    super(`the file store answered a ${call} with ${status} ${code}`);
    this.isMissing = status === 404 && code === "NoSuchKey";
  }
}

async function faultOf(call: string, response: Response): Promise<S3Fault> {
  const text = await response.text().catch(() => "");
  return new S3Fault(call, response.status, /<Code>([A-Za-z]{1,60})<\/Code>/.exec(text)?.[1] ?? "");
}
