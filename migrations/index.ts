import * as migration_20261121_060000_initial from './20261121_060000_initial';
import * as migration_20261121_070000_guards from './20261121_070000_guards';

export const migrations = [
  {
    up: migration_20261121_060000_initial.up,
    down: migration_20261121_060000_initial.down,
    name: '20261121_060000_initial'
  },
  {
    up: migration_20261121_070000_guards.up,
    down: migration_20261121_070000_guards.down,
    name: '20261121_070000_guards'
  },
];
