/** A decoded picture: four bytes a pixel, red, green, blue and a fourth that is not looked at. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}
