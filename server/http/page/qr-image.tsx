import { qrPath, qrSide, type QrModules } from "../../visits/qr-drawing.ts";

/** With so many modules on a side, a drawing has to be larger to be read across a counter. */
const denseFrom = 50;

/** A QR code as a drawing that stays sharp at any size, quiet zone included, named by `label` for screen readers. */
export function QrImage({ modules, label }: { modules: QrModules; label: string }) {
  const side = qrSide(modules);
  return (
    <figure class={modules.length < denseFrom ? "qr" : "qr dense"} role="img" aria-label={label}>
      <svg viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges" aria-hidden="true" focusable="false">
        <path d={qrPath(modules)} fill="#000" />
      </svg>
    </figure>
  );
}
