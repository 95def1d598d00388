/** The house's mark, as large as whatever holds it. */
export const Icon = () => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 32 32"
    width="100%"
    height="100%"
    aria-hidden
  >
    <rect width="32" height="32" rx="7" fill="#0b6e5b" />
    <path d="M13 7h6v6h6v6h-6v6h-6v-6H7v-6h6z" fill="#fff" />
  </svg>
)
