/** The nine verdict marks and the five ends of relation and stance lines, once a page; `<use href="#m-…">` draws them. */
export function Sprite() {
  return (
    <svg className="sprite" width="0" height="0" aria-hidden="true" focusable="false">
      <symbol id="m-supported" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="7.25" />
      </symbol>
      <symbol id="m-mostly-supported" viewBox="0 0 16 16">
        <path d="M8 8V.75A7.25 7.25 0 1 0 15.25 8Z" />
        <path d="M9.6.93A7.25 7.25 0 0 1 15.07 6.4" fill="none" stroke="currentColor" strokeWidth="1.3" />
      </symbol>
      <symbol id="m-partly-supported" viewBox="0 0 16 16">
        <path d="M8 .75A7.25 7.25 0 0 0 8 15.25Z" />
        <path d="M9.3 1.5A6.6 6.6 0 0 1 9.3 14.5" fill="none" stroke="currentColor" strokeWidth="1.3" />
      </symbol>
      <symbol id="m-mostly-contradicted" viewBox="0 0 16 16">
        <path d="M1 1H12.1L1 12.1ZM15 15H3.9L15 3.9Z" />
      </symbol>
      <symbol id="m-contradicted" viewBox="0 0 16 16">
        <path d="M2.7 1H13.3L8 6.3ZM15 2.7V13.3L9.7 8ZM13.3 15H2.7L8 9.7ZM1 13.3V2.7L6.3 8Z" />
      </symbol>
      <symbol id="m-unproven" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="2" />
      </symbol>
      <symbol id="m-not-checkable" viewBox="0 0 16 16">
        <path d="M8 1.4 14.6 8 8 14.6 1.4 8Z" fill="none" stroke="currentColor" strokeWidth="1.9" />
      </symbol>
      <symbol id="m-under-review" viewBox="0 0 16 16">
        <path
          d="M2.6 1.9 14.2 8 2.6 14.1Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.9"
          strokeLinejoin="round"
        />
      </symbol>
      <symbol id="m-outdated" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="5.1" fill="none" stroke="currentColor" strokeWidth="1.7" />
        <path d="M0 8H16" fill="none" stroke="currentColor" strokeWidth="1.7" />
      </symbol>
      <symbol id="m-none" viewBox="0 0 16 16">
        <path d="M1 8H15" fill="none" stroke="currentColor" strokeWidth="2" />
      </symbol>
      <symbol id="e-bar" viewBox="0 0 28 12">
        <path d="M0 6H25M25.2 1V11" />
      </symbol>
      <symbol id="e-dot" viewBox="0 0 28 12">
        <path d="M0 6H20" />
        <circle cx="23" cy="6" r="3.6" fill="currentColor" stroke="none" />
      </symbol>
      <symbol id="e-arrow" viewBox="0 0 28 12">
        <path d="M0 6H26M20.5 1 26 6 20.5 11" />
      </symbol>
      <symbol id="e-double" viewBox="0 0 28 12">
        <path d="M0 6H26M14 1 19 6 14 11M20.5 1 26 6 20.5 11" />
      </symbol>
      <symbol id="e-plain" viewBox="0 0 28 12">
        <path d="M0 6H26" />
      </symbol>
    </svg>
  );
}
