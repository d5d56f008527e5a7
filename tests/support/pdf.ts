import { readFile } from "node:fs/promises";
import { makePdf } from "../../server/adapters/pdf/pdf.ts";

const sarabun = "node_modules/@expo-google-fonts/sarabun";
const files: Readonly<Record<string, string>> = {
  "sarabun-400.ttf": `${sarabun}/400Regular/Sarabun_400Regular.ttf`,
  "sarabun-700.ttf": `${sarabun}/700Bold/Sarabun_700Bold.ttf`,
};

/** The real maker of documents, with its typeface read out of the package. */
export const testPdf = makePdf((name) => readFile(files[name] ?? name));
