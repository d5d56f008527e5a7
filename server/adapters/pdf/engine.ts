import { PDFDocument, PDFHexString, PDFName } from "pdf-lib";
import type { PdfDocument } from "../../kernel/pdf-document.ts";
import { contentOf } from "./content.ts";
import { openFace } from "./face.ts";
import { useFace } from "./face-in-use.ts";
import { usePictures } from "./pictures-in-use.ts";
import { layOut } from "./pages.ts";

/** Makes the file of a document. */
export type Engine = (document: PdfDocument) => Promise<Uint8Array>;

/** Opens both weights of the typeface once, for every document after. */
export function openEngine(regular: Uint8Array, bold: Uint8Array): Engine {
  const faces = { regular: openFace(regular), bold: openFace(bold) };
  return async (document) => {
    const file = await PDFDocument.create({ updateMetadata: false });
    const { context } = file;
    const used = { regular: useFace(faces.regular, "PRATUR"), bold: useFace(faces.bold, "PRATUB") };
    const fonts = { R: context.nextRef(), B: context.nextRef() };
    const pictures = usePictures(context);
    for (const page of layOut({ ...faces, set: new Map() }, document)) {
      const { node } = file.addPage([page.width, page.height]);
      node.set(PDFName.of("Resources"), context.obj({ Font: fonts, XObject: pictures.names }));
      const content = contentOf(page, used, pictures.nameOf);
      node.set(PDFName.Contents, context.register(context.flateStream(content)));
    }
    await Promise.all([used.regular.embed(context, fonts.R), used.bold.embed(context, fonts.B)]);
    describe(file, document);
    return file.save({ addDefaultPage: false, objectsPerTick: Number.POSITIVE_INFINITY });
  };
}

function describe(file: PDFDocument, document: PdfDocument): void {
  file.setTitle(document.title, { showInWindowTitleBar: true });
  file.setLanguage(document.language);
  file.setCreator("Pratu");
  file.setProducer("Pratu");
  file.setCreationDate(document.madeAt);
  file.setModificationDate(document.madeAt);
  const id = PDFHexString.fromText(`${document.title}${document.madeAt.toISOString()}`);
  file.context.trailerInfo.ID = file.context.obj([id, id]);
}
