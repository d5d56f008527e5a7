import { PDFArray, PDFDocument, PDFName, PDFRawStream, decodePDFRawStream, type PDFPage } from "pdf-lib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readFile } from "node:fs/promises";
import { openJpegCodec } from "../../adapters/pictures/jpeg-codec.ts";
import { makePictures } from "../../adapters/pictures/pictures.ts";
import { drawnJpeg, drawnPng, exif, withSegment } from "../../../tests/support/drawn-picture.ts";
import { memoryFiles } from "../../../tests/support/files.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import { testCodec } from "../../../tests/support/pictures.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import type { Ports } from "../../ports.ts";
import { attachmentPlace } from "../attachment.ts";
import { openMarked, type FileToMark } from "./mark-file.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld({ files: memoryFiles() });
});
afterAll(() => world.close());

const viewer = "มาลี ใจดี";
const pixelsOf = async (jpeg: Uint8Array) => {
  const pixels = (await openJpegCodec(await testCodec())).decode(jpeg);
  if (!pixels) throw new Error("does not decode");
  return pixels;
};

/** Lays a file in the store, as it is kept after it came. */
async function laid(name: string, bytes: Uint8Array): Promise<FileToMark> {
  const { random, vault, files } = world.ports;
  const [id, dataKey] = [random.uuid(), vault.newDataKey()];
  const fileKey = `petition-files/test/${id}`;
  await files.put(fileKey, vault.sealBytes(dataKey, attachmentPlace(id), bytes), "application/octet-stream");
  return { id, dataKey, fileKey, name, mediaType: "text/plain", viewer };
}

const opened = async (name: string, bytes: Uint8Array, ports: Ports = world.ports) =>
  granted(openMarked(ports, await laid(name, bytes)));

/** In each of so many fields of both pictures: how many pixels differ clearly. */
async function differing(view: Uint8Array, plain: Uint8Array, fields = 3): Promise<readonly number[]> {
  const [marked, before] = [await pixelsOf(view), await pixelsOf(plain)];
  expect([marked.width, marked.height]).toEqual([before.width, before.height]);
  const counts = new Array<number>(fields * fields).fill(0);
  for (let at = 0; at < marked.data.length; at += 4) {
    const [x, y] = [(at / 4) % marked.width, Math.floor(at / 4 / marked.width)];
    const field = Math.floor((y * fields) / marked.height) * fields + Math.floor((x * fields) / marked.width);
    if (Math.abs((marked.data[at] ?? 0) - (before.data[at] ?? 0)) > 25)
      counts[field] = (counts[field] ?? 0) + 1;
  }
  return counts;
}

test("a JPEG and a PNG open as JPEGs with the mark in every part of them", async () => {
  const plain = await drawnJpeg(900, 600);
  for (const [name, bytes] of [
    ["เสา.jpg", plain],
    ["เสา.png", drawnPng(900, 600)],
  ] as const) {
    const view = await opened(name, bytes);
    expect(view).toMatchObject({ mediaType: "image/jpeg", name: "เสา.jpg", isDrawnAnew: true });
    for (const count of await differing(view.bytes, plain)) expect(count).toBeGreaterThan(150);
  }
});

test("a photograph of twelve million pixels opens smaller, with the mark in every part of it", async () => {
  const view = await opened("ใหญ่.jpg", await drawnJpeg(4_000, 3_000));
  const { width, height } = await pixelsOf(view.bytes);
  expect(width * height).toBeLessThanOrEqual(4_000_000);
  expect(width * height).toBeGreaterThan(3_900_000);
  expect(width / height).toBeCloseTo(4 / 3, 2);
  for (const count of await differing(view.bytes, await drawnJpeg(width, height))) {
    expect(count).toBeGreaterThan(1_000);
  }
}, 60_000);

/** What a page says in the texts beside its drawings, and whether it draws the mark. */
function markOf(page: PDFPage): { readonly said: string; readonly copies: number } {
  const contents = page.node.lookup(PDFName.of("Contents"));
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((each) => page.doc.context.lookup(each)) : [];
  const content = streams
    .filter((each): each is PDFRawStream => each instanceof PDFRawStream)
    .map((each) => Buffer.from(decodePDFRawStream(each).decode()).toString("latin1"))
    .join("\n");
  const hex = /ActualText <FEFF([0-9A-F]*)>/i.exec(content)?.[1] ?? "";
  const said = (hex.match(/.{4}/g) ?? [])
    .map((code) => String.fromCharCode(Number.parseInt(code, 16)))
    .join("");
  return { said, copies: content.split("/PratuMark Do").length - 1 };
}

test("a PDF opens with the mark all over each of its pages, turned and cut ones too", async () => {
  const file = await PDFDocument.create();
  for (const size of [
    [595, 842],
    [842, 595],
    [200, 200],
  ] as const) {
    file.addPage([...size]).drawRectangle({ x: 10, y: 10, width: 50, height: 50 });
  }
  file.getPage(1).setCropBox(100, 100, 300, 300);
  const view = await opened("สัญญา.pdf", await file.save());
  expect(view).toMatchObject({ mediaType: "application/pdf", name: "สัญญา.pdf", isDrawnAnew: false });
  const pages = (await PDFDocument.load(view.bytes)).getPages();
  expect(pages).toHaveLength(3);
  for (const page of pages) {
    const { said, copies } = markOf(page);
    expect(said).toMatch(/^มาลี ใจดี · \d+ \S+ \d{4} \d\d:\d\d น\.$/);
    expect(copies).toBeGreaterThan(6);
  }
});

test("where a photograph is more than the host has memory for, it opens on a marked page, upright", async () => {
  const readFont = () => readFile("node_modules/@expo-google-fonts/sarabun/700Bold/Sarabun_700Bold.ttf");
  const ports = { ...world.ports, pictures: makePictures(testCodec, readFont, 100_000) };
  const lying = withSegment(await drawnJpeg(640, 480), 0xe1, exif(6, "N 13"));
  const view = await opened("เสา.jpg", lying, ports);
  expect(view).toMatchObject({ mediaType: "application/pdf", name: "เสา.pdf", isDrawnAnew: false });
  const [page] = (await PDFDocument.load(view.bytes)).getPages();
  if (!page) throw new Error("no page");
  expect(page.getRotation().angle).toBe(90);
  expect(markOf(page)).toMatchObject({ said: expect.stringContaining(viewer) as string });
  const png = await laid("เสา.png", drawnPng(640, 480));
  expect(await refusal(openMarked(ports, png))).toEqual({ kind: "file_unmarkable" });
});

test("what cannot be marked, and what the store does not answer with, is not opened at all", async () => {
  const broken = await laid("สัญญา.pdf", Buffer.from("%PDF-1.7\nnothing of a paper\n%%EOF\n"));
  expect(await refusal(openMarked(world.ports, broken))).toEqual({ kind: "file_unmarkable" });
  const quiet = { ...world.ports, log: { ...world.ports.log, error: () => {} } };
  const missing = { ...broken, fileKey: "petition-files/test/nothing" };
  expect(await refusal(openMarked(quiet, missing))).toEqual({ kind: "file_unavailable" });
});
