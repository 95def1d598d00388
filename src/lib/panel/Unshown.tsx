/** For a field that lists show and forms do not. (A `condition` would make the field optional, in the database too.) */
export const Unshown = () => null
