/** The house's mark, in the panel's corner and on its tab. */
export const Icon = () => (
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="24" height="24" aria-hidden>
    <rect width="32" height="32" rx="7" fill="#0b6e5b" />
    <path d="M13 7h6v6h6v6h-6v6h-6v-6H7v-6h6z" fill="#fff" />
  </svg>
)
