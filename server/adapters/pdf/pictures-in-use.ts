import { PDFName, PDFRawStream, type PDFContext, type PDFDict } from "pdf-lib";
import type { NamePicture } from "./content.ts";

/** The pictures of one document: each goes into the file once, as it is, however often it is drawn. */
export function usePictures(context: PDFContext): { readonly names: PDFDict; readonly nameOf: NamePicture } {
  const names = context.obj({});
  const known = new Map<Uint8Array, string>();
  return {
    names,
    nameOf: ({ jpeg, pixels }) => {
      const before = known.get(jpeg);
      if (before !== undefined) return before;
      const name = `I${known.size}`;
      const dictionary = context.obj({
        Type: "XObject",
        Subtype: "Image",
        Width: pixels.width,
        Height: pixels.height,
        ColorSpace: "DeviceRGB",
        BitsPerComponent: 8,
        Filter: "DCTDecode",
        Length: jpeg.length,
      });
      names.set(PDFName.of(name), context.register(PDFRawStream.of(dictionary, jpeg)));
      known.set(jpeg, name);
      return name;
    },
  };
}
