import * as migration_20261121_060000_initial from './20261121_060000_initial';
import * as migration_20261121_070000_guards from './20261121_070000_guards';
import * as migration_20261121_100000_cash_desk from './20261121_100000_cash_desk';
import * as migration_20261121_101000_cash_desk_guards from './20261121_101000_cash_desk_guards';
import * as migration_20261121_110000_sales_by_day from './20261121_110000_sales_by_day';
import * as migration_20261121_120000_counter_sales_taken_back from './20261121_120000_counter_sales_taken_back';
import * as migration_20261121_130000_payments_and_courses from './20261121_130000_payments_and_courses';
import * as migration_20261121_131000_payments_guards from './20261121_131000_payments_guards';
import * as migration_20261121_132000_courses_guards from './20261121_132000_courses_guards';
import * as migration_20261121_133000_idempotency_leases from './20261121_133000_idempotency_leases';
import * as migration_20261121_134000_notifications_guards from './20261121_134000_notifications_guards';
import * as migration_20261121_140000_consultations from './20261121_140000_consultations';
import * as migration_20261121_141000_messages_guards from './20261121_141000_messages_guards';
import * as migration_20261121_142000_consultations_guards from './20261121_142000_consultations_guards';
import * as migration_20261121_143000_realtime from './20261121_143000_realtime';
import * as migration_20261121_144000_prescriptions_guards from './20261121_144000_prescriptions_guards';
import * as migration_20261121_150000_examinations_news_assistant from './20261121_150000_examinations_news_assistant';
import * as migration_20261121_151000_pemeriksaan_guards from './20261121_151000_pemeriksaan_guards';
import * as migration_20261121_152000_news_search from './20261121_152000_news_search';
import * as migration_20261121_153000_assistant from './20261121_153000_assistant';
import * as migration_20261121_154000_kept_talks from './20261121_154000_kept_talks';

export const migrations = [
  {
    up: migration_20261121_060000_initial.up,
    down: migration_20261121_060000_initial.down,
    name: '20261121_060000_initial',
  },
  {
    up: migration_20261121_070000_guards.up,
    down: migration_20261121_070000_guards.down,
    name: '20261121_070000_guards',
  },
  {
    up: migration_20261121_100000_cash_desk.up,
    down: migration_20261121_100000_cash_desk.down,
    name: '20261121_100000_cash_desk',
  },
  {
    up: migration_20261121_101000_cash_desk_guards.up,
    down: migration_20261121_101000_cash_desk_guards.down,
    name: '20261121_101000_cash_desk_guards',
  },
  {
    up: migration_20261121_110000_sales_by_day.up,
    down: migration_20261121_110000_sales_by_day.down,
    name: '20261121_110000_sales_by_day',
  },
  {
    up: migration_20261121_120000_counter_sales_taken_back.up,
    down: migration_20261121_120000_counter_sales_taken_back.down,
    name: '20261121_120000_counter_sales_taken_back',
  },
  {
    up: migration_20261121_130000_payments_and_courses.up,
    down: migration_20261121_130000_payments_and_courses.down,
    name: '20261121_130000_payments_and_courses',
  },
  {
    up: migration_20261121_131000_payments_guards.up,
    down: migration_20261121_131000_payments_guards.down,
    name: '20261121_131000_payments_guards',
  },
  {
    up: migration_20261121_132000_courses_guards.up,
    down: migration_20261121_132000_courses_guards.down,
    name: '20261121_132000_courses_guards',
  },
  {
    up: migration_20261121_133000_idempotency_leases.up,
    down: migration_20261121_133000_idempotency_leases.down,
    name: '20261121_133000_idempotency_leases',
  },
  {
    up: migration_20261121_134000_notifications_guards.up,
    down: migration_20261121_134000_notifications_guards.down,
    name: '20261121_134000_notifications_guards',
  },
  {
    up: migration_20261121_140000_consultations.up,
    down: migration_20261121_140000_consultations.down,
    name: '20261121_140000_consultations',
  },
  {
    up: migration_20261121_141000_messages_guards.up,
    down: migration_20261121_141000_messages_guards.down,
    name: '20261121_141000_messages_guards',
  },
  {
    up: migration_20261121_142000_consultations_guards.up,
    down: migration_20261121_142000_consultations_guards.down,
    name: '20261121_142000_consultations_guards',
  },
  {
    up: migration_20261121_143000_realtime.up,
    down: migration_20261121_143000_realtime.down,
    name: '20261121_143000_realtime',
  },
  {
    up: migration_20261121_144000_prescriptions_guards.up,
    down: migration_20261121_144000_prescriptions_guards.down,
    name: '20261121_144000_prescriptions_guards',
  },
  {
    up: migration_20261121_150000_examinations_news_assistant.up,
    down: migration_20261121_150000_examinations_news_assistant.down,
    name: '20261121_150000_examinations_news_assistant',
  },
  {
    up: migration_20261121_151000_pemeriksaan_guards.up,
    down: migration_20261121_151000_pemeriksaan_guards.down,
    name: '20261121_151000_pemeriksaan_guards',
  },
  {
    up: migration_20261121_152000_news_search.up,
    down: migration_20261121_152000_news_search.down,
    name: '20261121_152000_news_search',
  },
  {
    up: migration_20261121_153000_assistant.up,
    down: migration_20261121_153000_assistant.down,
    name: '20261121_153000_assistant',
  },
  {
    up: migration_20261121_154000_kept_talks.up,
    down: migration_20261121_154000_kept_talks.down,
    name: '20261121_154000_kept_talks',
  },
];
