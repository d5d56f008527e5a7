/**
 * The mark: a door with light behind it, seen from the dark side. `openness` from 0 (ajar) to 1 (wide open), in
 * steps of a tenth; it opens a little further with each step of a walk.
 */
export function DoorMark({ openness = 1, size = 32 }: { openness?: number; size?: number }) {
  const open = Math.min(1, Math.max(0, openness));
  const edge = 36 - 22 * (0.25 + 0.75 * open);
  const sag = 3 + 5 * open;
  return (
    <svg
      class="door-mark"
      width={size}
      height={size}
      viewBox="0 0 48 48"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M8 44V8a4 4 0 0 1 4-4h24a4 4 0 0 1 4 4v36z" fill="#0f5c5c" />
      <path
        d="M12 44V9.500a1.500 1.500 0 0 1 1.500-1.500h21a1.500 1.500 0 0 1 1.500 1.500V44z"
        fill="#ffd98a"
      />
      <path d={`M36 8 ${edge} ${8 + sag}V${44 + sag / 4} L36 44z`} fill="#177e7a" />
      <circle cx={edge + 3.5} cy="27" r="1.700" fill="#ffd98a" />
      <path d="M4 44h40" stroke="#0b4444" stroke-width="3" stroke-linecap="round" />
    </svg>
  );
}
