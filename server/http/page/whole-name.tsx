/** Compounds that line breakers take apart though nobody reads them so. */
const compounds = /(สุขภาพ|เทศบาล|ทันตกรรม|สาธารณสุข|มหาวิทยาลัย)/;

/**
 * The name of a person or a place on its lines: what stands between two spaces stays whole where the line is long
 * enough. Thai has no spaces between words, and a browser's dictionary cuts through names.
 */
export function WholeName({ children }: { children: string }) {
  const parts = children.split(" ").filter(Boolean);
  return (
    <span>
      {parts.map((part, at) => (
        <>
          {at > 0 ? " " : null}
          <span class="whole">{keepCompounds(part)}</span>
        </>
      ))}
    </span>
  );
}

function keepCompounds(part: string) {
  const pieces = part.split(compounds);
  if (pieces.length === 1) return part;
  return pieces.map((piece) => (compounds.test(piece) ? <span class="kept">{piece}</span> : piece));
}
