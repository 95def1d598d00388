import type { Config, TypedUser } from 'payload'

/** A room that everybody whom it is for is in from the moment they connect. */
export type Room = { name: string; isFor: (user: TypedUser) => boolean }

const declaredIn = (config: Pick<Config, 'custom'>): Room[] =>
  (config.custom?.rooms as Room[] | undefined) ?? []

/** Declares a room. */
export const withRoom = (config: Config, room: Room): Config => ({
  ...config,
  custom: { ...config.custom, rooms: [...declaredIn(config), room] },
})

/** The room of one user, on however many devices. */
export const userRoom = (id: number | string): string => `user:${id}`

/** The rooms of somebody who connects: their own, and those that are for them. */
export const roomsOf = (config: Pick<Config, 'custom'>, user: TypedUser): string[] => {
  const shared = declaredIn(config).filter(({ isFor }) => isFor(user))
  return [userRoom(user.id), ...shared.map(({ name }) => name)]
}
