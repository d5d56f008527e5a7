import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { openJpegCodec } from "../../server/adapters/pictures/jpeg-codec.ts";
import { compileCodec, makePictures, pictureFont } from "../../server/adapters/pictures/pictures.ts";
import { readPictureShape } from "../../server/kernel/picture-shape.ts";
import { buildClient } from "../build-client.ts";
import { forgetPeak, peakMiB, residentMiB } from "./memory.ts";

const target = { milliseconds: 500, mebibytes: 80 };
const size = { width: 1_600, height: 1_200 };
const smallSize = { width: 320, height: 240 };
const none = new Uint8Array();
const rounds = 12;
const words = "ใช้สำหรับการยืนยันตัวตน กับเทศบาลตำบลตัวอย่างเท่านั้น 21 พ.ย. 2569";

/** What a process of its own measured: times in ms, memory in MiB, each at its peak. */
interface Measured {
  readonly median: number;
  readonly slowest: number;
  /** What the very first picture adds, a small one: code, typeface and codec are loaded and stay. */
  readonly once: number;
  /** What pictures of full size add from there on, the codec's memory that grows with the first of them included. */
  readonly added: number;
  /** Of that, what one more picture adds when others went before it. */
  readonly oneMore: number;
}

/**
 * The cross-out of a picture as phones send it: how long the server takes, and how much its process grows by it, measured
 * in a process that does nothing else.
 */
export async function benchCrossOut(): Promise<boolean> {
  await buildClient({ minify: true });
  // Made here: what making them takes must neither count there nor help.
  const codec = await openJpegCodec(await compileCodec(readAsset)());
  const made = [smallSize, size].map((each) => Buffer.from(codec.encode(speckled(each))).toString("base64"));
  const args = ["--import", "tsx", import.meta.filename];
  const run = spawnSync(process.execPath, args, { input: JSON.stringify(made), encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  const { median, slowest, once, added, oneMore } = JSON.parse(run.stdout) as Measured;
  const held = median <= target.milliseconds && added <= target.mebibytes;
  console.log(
    `cross-out: ${size.width} × ${size.height} in ${median.toFixed(0)} ms (target ≤ ${target.milliseconds}; the slowest ` +
      `${slowest.toFixed(0)}), ${added.toFixed(0)} MiB more at the peak (target ≤ ${target.mebibytes}; one more picture ` +
      `after it ${oneMore.toFixed(0)}; code, typeface and codec once ${once.toFixed(0)}) ${held ? "✓" : "✗"}`,
  );
  return held;
}

async function measure(): Promise<Measured> {
  const handedIn = (await json(process.stdin)) as readonly string[];
  const [small = none, large = none] = handedIn.map((each) => Buffer.from(each, "base64"));
  const pictures = makePictures(compileCodec(readAsset), () => readAsset(pictureFont));
  const draw = (jpeg: Uint8Array) => {
    const shape = readPictureShape(jpeg);
    if (!shape) throw new Error("no picture was made");
    return pictures.crossOut(jpeg, shape, words);
  };
  const once = await growthWhile(() => draw(small));
  const before = await resident();
  const taken: number[] = [];
  let [added, oneMore] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const growth = await growthWhile(async () => {
      await draw(large);
      taken.push(performance.now() - start);
    });
    added = Math.max(added, growth.peak - before);
    if (round > 0) oneMore = Math.max(oneMore, growth.peak - growth.before);
  }
  const sorted = taken.slice(1).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { median, slowest: sorted.at(-1) ?? 0, once: once.peak - once.before, added, oneMore };
}

/** Memory in MiB before the work and the most while it runs. */
async function growthWhile(work: () => Promise<unknown>): Promise<{ before: number; peak: number }> {
  await forgetPeak(process.pid);
  const before = await resident();
  await work();
  return { before, peak: (await peakMiB(process.pid)) ?? 0 };
}

const resident = async () => (await residentMiB(process.pid)) ?? 0;

async function readAsset(name: string): Promise<Uint8Array> {
  const assets = JSON.parse(await readFile("dist/manifest.json", "utf8")) as Record<string, string>;
  return readFile(join("dist/public", assets[name] ?? name));
}

/** A picture with edges and grain, as a photograph has. */
function speckled({ width, height }: typeof size) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < data.length; at += 4) {
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
    const grain = ((x * 7_919 + y * 104_729) % 31) - 15;
    data.set([60 + (120 * x) / width + grain, 90 + ((x >> 5) % 2) * 60 + grain, 120 + grain, 255], at);
  }
  return { width, height, data };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.stdout.write(JSON.stringify(await measure()));
}
