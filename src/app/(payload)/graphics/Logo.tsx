import { Icon } from './Icon'

/** The house's name, above the panel's forms for signing in. */
export const Logo = () => (
  <div style={{ alignItems: 'center', display: 'flex', fontSize: '2rem', gap: '0.75rem' }}>
    <div style={{ height: '2.5rem', width: '2.5rem' }}>
      <Icon />
    </div>
    <strong>Sehat</strong>
  </div>
)
