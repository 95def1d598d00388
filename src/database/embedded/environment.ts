/**
 * The environment of Postgres's programs: nothing is inherited, so that no PG… or LD_… variable, no
 * locale and no time zone of the user's steers them. (Windows gets what it needs from Node.)
 */
export const plainEnvironment = (): NodeJS.ProcessEnv => ({
  LC_ALL: 'C',
  TZ: 'UTC',
  // Postgres does not read it; the type asks for it.
  NODE_ENV: 'production',
  ...(process.platform === 'win32' ? {} : { PATH: '/usr/bin:/bin' }),
})
