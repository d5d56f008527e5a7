import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { encodeJpeg } from "../../server/adapters/pictures/jpeg-codec.ts";
import { compileCodec, makePictures, pictureFont } from "../../server/adapters/pictures/pictures.ts";
import { readPictureShape } from "../../server/kernel/picture-shape.ts";
import { buildClient } from "../build-client.ts";
import { residentMiB } from "./memory.ts";

const target = { milliseconds: 500, mebibytes: 80 };
const size = { width: 1_600, height: 1_200 };
const rounds = 12;
const words = "ใช้สำหรับการยืนยันตัวตน กับเทศบาลตำบลตัวอย่างเท่านั้น 21 พ.ย. 2569";

/** What a process of its own measured. */
interface Measured {
  readonly median: number;
  readonly slowest: number;
  readonly first: number;
  readonly grown: number;
}

/**
 * The cross-out of a picture as phones send it: how long the server takes, and how much its process grows by it, measured
 * in a process that does nothing else.
 */
export async function benchCrossOut(): Promise<boolean> {
  await buildClient({ minify: true });
  const run = spawnSync(process.execPath, ["--import", "tsx", import.meta.filename], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  const { median, slowest, first, grown } = JSON.parse(run.stdout) as Measured;
  const held = median <= target.milliseconds && grown <= target.mebibytes;
  console.log(
    `cross-out: ${size.width} × ${size.height} in ${median.toFixed(0)} ms (target ≤ ${target.milliseconds}; the first ` +
      `${first.toFixed(0)}, the slowest ${slowest.toFixed(0)}), the process grew by ${grown.toFixed(0)} MiB ` +
      `(target ≤ ${target.mebibytes}) ${held ? "✓" : "✗"}`,
  );
  return held;
}

async function measure(): Promise<Measured> {
  const assets = JSON.parse(await readFile("dist/manifest.json", "utf8")) as Record<string, string>;
  const read = (name: string) => readFile(join("dist/public", assets[name] ?? name));
  const codec = compileCodec(read);
  const jpeg = await encodeJpeg(await codec(), speckled());
  const shape = readPictureShape(jpeg);
  if (!shape) throw new Error("no picture was made");
  const pictures = makePictures(codec, () => read(pictureFont));
  const before = (await residentMiB(process.pid)) ?? 0;
  const taken: number[] = [];
  let most = before;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await pictures.crossOut(jpeg, shape, words);
    taken.push(performance.now() - start);
    most = Math.max(most, (await residentMiB(process.pid)) ?? 0);
  }
  const [first = 0, ...others] = taken;
  const sorted = others.sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { median, slowest: sorted.at(-1) ?? 0, first, grown: most - before };
}

/** A picture with edges and grain, as a photograph has. */
function speckled() {
  const { width, height } = size;
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
