import { degrees, PDFDocument, PDFHexString, PDFName, type PDFPage, type PDFRef } from "pdf-lib";
import { markPlaces } from "../../kernel/mark-places.ts";
import { readJpegTurn } from "../../kernel/bare-jpeg.ts";
import type { Pdf } from "../../ports.ts";
import { openHandwriting, type Handwriting, type WrittenLine } from "../pictures/handwriting.ts";

export type Marking = Pick<Pdf, "markPages" | "markOnPage">;

const form = PDFName.of("PratuMark");
const look = PDFName.of("PratuMarkLook");
/** Dark letters with a light edge, both half seen through: they show on any paper and leave it readable. */
const ink = { letters: "0.06 0.16 0.33 rg", edge: "1 1 1 RG", share: 0.32, edgeShare: 0.3, edgeWidth: 0.05 };
/** The longer side of a page that holds one picture, in points: that of A4. */
const longestPage = 842;

/** Opens the marking of PDFs, in this typeface; letters are drawn as outlines, so that no typeface goes into the file. */
export function openMarking(font: Uint8Array): Marking {
  const write = openHandwriting(font);
  return {
    markPages: (pdf, text) =>
      unlessUnreadable(async () => {
        const file = await PDFDocument.load(pdf, { updateMetadata: false });
        return marked(file, write, text);
      }),
    markOnPage: (jpeg, text) =>
      unlessUnreadable(async () => {
        const file = await PDFDocument.create();
        // The package reads from the beginning of the buffer, wherever in it the picture lies.
        const picture = await file.embedJpg(Uint8Array.from(jpeg));
        const { width, height } = picture.scaleToFit(longestPage, longestPage);
        const page = file.addPage([width, height]);
        page.drawImage(picture, { x: 0, y: 0, width, height });
        page.setRotation(degrees(readJpegTurn(jpeg)));
        return marked(file, write, text);
      }),
  };
}

/** The package throws at whatever it cannot read: a file of somebody else's is no fault of ours. */
async function unlessUnreadable(work: () => Promise<Uint8Array | null>): Promise<Uint8Array | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

async function marked(file: PDFDocument, write: Handwriting, text: string): Promise<Uint8Array | null> {
  const { context } = file;
  const pages = file.getPages();
  if (pages.length === 0) return null;
  const line = write(`${text}   `);
  const drawn = context.register(
    context.flateStream(outlinesOf(line), {
      Type: "XObject",
      Subtype: "Form",
      BBox: [0, -1, line.width, 2],
    }),
  );
  const state = context.register(context.obj({ Type: "ExtGState", ca: ink.share, CA: ink.edgeShare }));
  for (const page of pages) markPage(page, { drawn, state, text, width: line.width });
  return file.save({ updateFieldAppearances: false, addDefaultPage: false });
}

interface Mark {
  readonly drawn: PDFRef;
  readonly state: PDFRef;
  readonly text: string;
  /** In shares of its letters' size. */
  readonly width: number;
}

function markPage(page: PDFPage, { drawn, state, text, width }: Mark): void {
  const { node, doc } = page;
  const { context } = doc;
  const box = page.getCropBox();
  const { size, axes } = markPlaces(box, width);
  const copies = axes.map(({ x, y, angle }) => {
    const [cos, sin] = [size * Math.cos(angle), size * -Math.sin(angle)];
    const [right, up] = [box.x + x - (width / 2) * cos, box.y + box.height - y - (width / 2) * sin];
    return `q ${[cos, sin, -sin, cos, right, up].map((each) => each.toFixed(3)).join(" ")} cm ${form.toString()} Do Q`;
  });
  const actual = PDFHexString.fromText(text).toString();
  const content = `q ${look.toString()} gs /Span <</ActualText ${actual}>> BDC\n${copies.join("\n")}\nEMC Q`;
  node.normalize();
  node.setXObject(form, drawn);
  node.setExtGState(look, state);
  // Whatever state the page's own content leaves behind, the mark is drawn as if it were the first.
  const around = [
    context.getPushGraphicsStateContentStream(),
    context.getPopGraphicsStateContentStream(),
  ] as const;
  node.wrapContentStreams(...around);
  node.addContentStream(context.register(context.flateStream(content)));
}

/** The outlines of a line as operators of a PDF (ISO 32000-2, 8.5), a letter's size the unit, y upwards. */
function outlinesOf({ glyphs }: WrittenLine): string {
  const number = (value: number) => value.toFixed(4);
  const paths = glyphs.flat().map((contour) => {
    const points: string[] = [];
    for (let at = 0; at < contour.length; at += 2) {
      const step = at === 0 ? "m" : "l";
      points.push(`${number(contour[at] ?? 0)} ${number(-(contour[at + 1] ?? 0))} ${step}`);
    }
    return `${points.join(" ")} h`;
  });
  return `${ink.letters} ${ink.edge} ${ink.edgeWidth} w ${paths.join("\n")} B`;
}
