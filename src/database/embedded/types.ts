/** What starting needs to know. */
export type EmbeddedPostgresOptions = {
  /** The folder that holds the cluster, its log and the claims on it. Made when missing. */
  dataDir: string
  /** The database that is made when missing and that `url` names. Default `sehat`. */
  database?: string
  /** Takes one line of progress. */
  log: (message: string) => void
}

/** A running Postgres that answers with our password. */
export type EmbeddedPostgres = {
  /** `postgres://…@127.0.0.1:<port>/<database>`, with the password. */
  url: string
  /** The cluster's folder (PGDATA); elsewhere than asked when that folder cannot hold one. */
  dataDir: string
  /** true: it was running already; false: this call started it. */
  adopted: boolean
  /**
   * Lets go of the server. The last living process that lets go stops it, whoever started it;
   * while others still use it, it goes on. A second call does nothing.
   */
  stop: () => Promise<void>
}

/** The user under which Postgres runs. Only root on Linux needs one; else null is used. */
export type Account = { name: string; uid: number; gid: number }

/** Everything that stays the same during one start. */
export type Server = {
  /** The asked folder: log and claims. */
  home: string
  /** PGDATA. */
  cluster: string
  /** The folder that has `bin/postgres` in it. */
  native: string
  account: Account | null
  log: (message: string) => void
}
