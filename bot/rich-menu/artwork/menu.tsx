import { tiles, type Tile } from "../../tiles.ts";
import { pictograms, type Inks } from "./pictograms.tsx";

const plain: Inks = { line: "#0f5c5c", light: "#ffd98a", ground: "#ffffff" };
const first: Inks = { line: "#ffffff", light: "#ffd98a", ground: "#0f5c5c" };

/** Where a label too long for one line is broken: before this word. */
const secondLine: Partial<Record<Tile, string>> = {
  code: "เข้ารับบริการ",
  petition: "คำร้อง",
  track: "คำร้อง",
  documents: "ของฉัน",
  account: "ของฉัน",
};

/** The lines a tile's label is set on; joined again they are the label. */
export function linesOf(tile: Tile, label: string): string[] {
  const at = label.indexOf(secondLine[tile] ?? label);
  return at > 0 ? [label.slice(0, at), label.slice(at)] : [label];
}

/** The rich menu's picture as a page of 2500 × 1686 pixels; `style` is its style sheet, fonts included. */
export function drawMenu(labels: Readonly<Record<Tile, string>>, style: string) {
  return (
    <html lang="th">
      <head>
        <meta charset="utf-8" />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          {tiles.map((tile, at) => (
            <div class={at === 0 ? "first" : ""}>
              <svg viewBox="0 0 96 96">{pictograms[tile](at === 0 ? first : plain)}</svg>
              <p>
                {linesOf(tile, labels[tile]).map((line) => (
                  <span>{line}</span>
                ))}
              </p>
            </div>
          ))}
        </main>
      </body>
    </html>
  );
}
