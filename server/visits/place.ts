import type { AskingPlace } from "./asking.ts";
import type { QrKind } from "./facility-qr.ts";
import type { Names } from "./names.ts";

/** Where a QR stands and what it is for. */
export interface PlaceOfQr {
  readonly qrId: string;
  readonly kind: QrKind;
  readonly number: number;
  readonly shortNumber: number;
  readonly facilityId: string;
  readonly hcode: string;
  readonly telephone: string | null;
  readonly facility: Names;
  readonly serviceType: string;
  readonly service: Names;
  readonly madeAt: Date;
  /** What decides whether a code may be issued here. */
  readonly asking: AskingPlace;
}

/** What became of the scans of a QR. */
export interface ScanCount {
  readonly qrId: string;
  readonly accepted: number;
  readonly refused: number;
  readonly lastAt: Date | null;
}
