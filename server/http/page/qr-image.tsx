import { qrPath, qrSide, type QrModules } from "../../visits/qr-drawing.ts";

/** A QR code as a drawing that stays sharp at any size, quiet zone included, named by `label` for screen readers. */
export function QrImage({ modules, label }: { modules: QrModules; label: string }) {
  const side = qrSide(modules);
  return (
    <figure class="qr" role="img" aria-label={label}>
      <svg viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges" aria-hidden="true" focusable="false">
        <path d={qrPath(modules)} fill="#000" />
      </svg>
    </figure>
  );
}
