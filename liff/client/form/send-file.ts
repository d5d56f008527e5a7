import { pieceBytes } from "../../../server/petitions/upload.ts";

export interface SentFile {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
  readonly version: number;
}

/** Why a file was not taken; the sentence is for the person. Null: the page is locked, or the draft is gone. */
export class NotTaken extends Error {
  readonly sentence: string | null;
  constructor(sentence: string | null) {
    super(sentence ?? "");
    this.sentence = sentence;
  }
}

interface Told {
  progress(part: number): void;
  waiting(): void;
}

const pausesMs = [1_000, 2_000, 4_000, 8_000];

/** Begins to send a file; answers the upload's id. Throws `NotTaken`. Waits while nobody answers. */
export async function beginFile(
  uploads: string,
  file: { readonly path: string; readonly name: string; readonly size: number },
  told: Told,
): Promise<string> {
  const answer = await patiently(told, () => postJson(uploads, file));
  if (!answer.ok) throw await notTaken(answer);
  return ((await answer.json()) as { uploadId: string }).uploadId;
}

/** Sends the pieces that are not there yet, however often the line is cut. Throws `NotTaken`. */
export async function sendPieces(upload: string, blob: Blob, told: Told): Promise<void> {
  const where = await patiently(told, () => fetch(upload, { redirect: "manual" }));
  if (!where.ok) throw await notTaken(where);
  let { received } = (await where.json()) as { received: number };
  while (received < blob.size) {
    told.progress(received / blob.size);
    const [from, piece] = [received, blob.slice(received, received + pieceBytes)];
    const answer = await patiently(told, () =>
      fetch(`${upload}/${from}`, { method: "PUT", body: piece, redirect: "manual" }),
    );
    // 409: this piece came through before the line was cut; the answer names the next.
    if (!answer.ok && answer.status !== 409) throw await notTaken(answer);
    received = ((await answer.json()) as { received: number }).received;
  }
  told.progress(1);
}

/** Ends an upload; answers the file it became. Throws `NotTaken`. */
export async function endFile(upload: string, path: string, told: Told): Promise<SentFile> {
  const answer = await patiently(told, () => postJson(`${upload}/done`, { path }));
  if (!answer.ok) throw await notTaken(answer);
  return (await answer.json()) as SentFile;
}

export function postJson(url: string, body: unknown): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(url, { method: "POST", headers, body: JSON.stringify(body), redirect: "manual" });
}

/** Asks again until somebody answers: a phone in a lift comes back. */
async function patiently(told: Told, ask: () => Promise<Response>): Promise<Response> {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask().catch(() => null);
    if (answer && answer.status < 500) return answer;
    told.waiting();
    await pause(pausesMs[Math.min(tries, pausesMs.length - 1)] ?? 1_000);
  }
}

/** Waits, but not past the moment at which the phone is back on line. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    addEventListener(
      "online",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}

async function notTaken(answer: Response): Promise<NotTaken> {
  const said = (await answer.json().catch(() => ({}))) as { sentence?: string };
  return new NotTaken(said.sentence ?? null);
}
