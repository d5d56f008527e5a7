export const pictureFormats = ["jpeg", "png"] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** What a picture's bytes say of it before anything is decoded. */
export interface PictureShape {
  readonly format: PictureFormat;
  /** In pixels, as stored: a camera's turn is not applied. */
  readonly width: number;
  readonly height: number;
  /** False: it is cut off, or holds something else beside the one picture. */
  readonly isWhole: boolean;
}
