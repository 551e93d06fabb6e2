// What is told by stripes, for who sees no colours; once in the page.
export const Hatching = () => (
  <svg className="only-read" aria-hidden="true">
    <defs>
      <pattern id="hatching" width={7} height={7} patternUnits="userSpaceOnUse">
        <path className="pic-hatch" d="M-2 9 L9 -2 M-2 2 L2 -2 M5 9 L9 5" />
      </pattern>
    </defs>
  </svg>
);
