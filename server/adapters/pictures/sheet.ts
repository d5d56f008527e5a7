/** A sheet to draw one small thing after the other on: so many zeros, until the next time it is asked. */
export type Sheet = (length: number) => Float32Array;

/** Makes a sheet that is as long as the longest thing drawn on it: a sheet for each letter would be much to clear away. */
export function makeSheet(): Sheet {
  let whole = new Float32Array(0);
  return (length) => {
    if (whole.length < length) whole = new Float32Array(length * 2);
    return whole.subarray(0, length).fill(0);
  };
}
