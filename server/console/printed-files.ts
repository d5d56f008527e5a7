import { encode as encodePng } from "fast-png";
import { encode } from "uqr";
import { qrPath, qrSide, quietModules } from "../visits/qr-drawing.ts";

/** Pixels of one module: 37 modules with the quiet zone make 1184 pixels, sharp at 10 cm and 300 dpi. */
const pixelsPerModule = 32;

/** A QR of the text as a black-and-white PNG, quiet zone included. */
export function qrPng(text: string): Uint8Array {
  const { data, size } = encode(text, { ecc: "M", border: quietModules });
  const side = size * pixelsPerModule;
  const pixels = new Uint8Array(side * side);
  for (let y = 0, at = 0; y < side; y += 1) {
    const row = data[Math.floor(y / pixelsPerModule)];
    for (let x = 0; x < side; x += 1, at += 1) {
      pixels[at] = row?.[Math.floor(x / pixelsPerModule)] ? 0 : 255;
    }
  }
  return encodePng({ width: side, height: side, data: pixels, channels: 1, depth: 8 });
}

/** The same as an SVG that prints at any size. */
export function qrSvg(text: string): string {
  const { data } = encode(text, { ecc: "M", border: 0 });
  const side = qrSide(data);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="100mm" viewBox="0 0 ${side} ${side}" ` +
    `shape-rendering="crispEdges"><path d="M0 0h${side}v${side}H0z" fill="#fff"/>` +
    `<path d="${qrPath(data)}" fill="#000"/></svg>\n`
  );
}
