import type { Pdf } from "../../ports.ts";
import type { Engine } from "./engine.ts";
import type { Marking } from "./mark-pages.ts";

/** Reads a file that belongs to the build by its plain name ("sarabun-400.ttf"), wherever this host keeps it. */
export type ReadAsset = (name: string) => Promise<Uint8Array>;

/** The names of the two weights of Sarabun among the built assets. */
export const pdfFonts = { regular: "sarabun-400.ttf", bold: "sarabun-700.ttf" } as const;

/**
 * Documents as PDF, set in Sarabun. The engine and the typeface are loaded when the first document is made. One for
 * each process or isolate: what it has shaped it knows the next time.
 */
export function makePdf(read: ReadAsset): Pdf {
  let engine: Engine | null = null;
  let marking: Marking | null = null;
  return {
    make: async (document) => {
      // What is kept is the engine, not the promise of it: in workerd a promise belongs to the request that made it.
      engine ??= await open(read);
      return engine(document);
    },
    markPages: async (pdf, text) => (marking ??= await openMarks(read)).markPages(pdf, text),
    markOnPage: async (jpeg, text) => (marking ??= await openMarks(read)).markOnPage(jpeg, text),
  };
}

async function open(read: ReadAsset): Promise<Engine> {
  const [{ openEngine }, regular, bold] = await Promise.all([
    import("./engine.ts"),
    read(pdfFonts.regular),
    read(pdfFonts.bold),
  ]);
  return openEngine(regular, bold);
}

async function openMarks(read: ReadAsset): Promise<Marking> {
  const [{ openMarking }, bold] = await Promise.all([import("./mark-pages.ts"), read(pdfFonts.bold)]);
  return openMarking(bold);
}
