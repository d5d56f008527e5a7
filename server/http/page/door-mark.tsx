/**
 * The mark: an arched door with light behind it. `openness` from 0 (ajar) to 1 (wide open); it opens a little
 * further, and lets more light onto the floor, with each step of a walk.
 */
export function DoorMark({ openness = 0.6, size = 32 }: { openness?: number; size?: number }) {
  const { leaf, spill, knob } = drawDoor(Math.min(1, Math.max(0, openness)));
  return (
    <svg
      class="door-mark"
      width={size}
      height={size}
      viewBox="0 0 48 48"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M7 43V19a17 17 0 0 1 34 0v24z" fill="#0b4444" />
      <path d="M11 43V19a13 13 0 0 1 26 0v24z" fill="#ffd98a" />
      <path d={spill} fill="#ffd98a" opacity="0.75" />
      <path d={leaf} fill="#177e7a" />
      <circle cx={knob} cy="29" r="1.6" fill="#ffd98a" />
      <path d="M3 43h8M37 43h8" stroke="#0b4444" stroke-width="2.6" stroke-linecap="round" />
    </svg>
  );
}

const hinge = 37;
const width = 26;

/** The leaf is hinged on the right and swings away from us: narrower, its free edge a little shorter. */
function drawDoor(openness: number): { leaf: string; spill: string; knob: number } {
  const seen = 0.86 - 0.58 * openness;
  const edge = round(hinge - width * seen);
  const rise = round(3 * (1 - seen));
  return {
    leaf: `M${hinge} 43V19A${round((width * seen) / 2)} ${13 - rise / 2} 0 0 0 ${edge} ${19 + rise}V${43 - rise}z`,
    spill: `M11 42.6H${edge}l${round(2 + 2 * openness)} 5H7z`,
    knob: round(edge + 2.2 + 1.2 * seen),
  };
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
