import type { Role } from '@/access/roles'

/** Who asks: somebody without a token, or a user of a role. */
export const ACTORS = ['anonymous', 'patient', 'cashier', 'doctor', 'editor', 'admin'] as const
export type Actor = 'anonymous' | Role

/** A kind of document, seen from who asks; `makeDocument` (fixtures.ts) makes one. */
export type Kind = 'own' | 'patient' | 'staff' | 'active' | 'inactive' | 'others' | 'any'

type Rights = {
  create: boolean
  /** The kinds of documents that can be read, changed, deleted. */
  read: readonly Kind[]
  update: readonly Kind[]
  delete: readonly Kind[]
}
export type Row = {
  /** GraphQL's names for one and for many. */
  names: readonly [one: string, many: string]
  kinds: readonly Kind[]
  /** Who sees what it was before. */
  versionsFor?: readonly Actor[]
  rights: Record<Actor, Rights>
  /** What only the server sets, whoever asks: a value that must never arrive, by field. */
  serverOnly: Record<string, unknown>
}

const rights = (allowed: Partial<Rights> = {}): Rights => ({
  create: false,
  read: [],
  update: [],
  delete: [],
  ...allowed,
})

const NOTHING = rights()
const DATE = '2001-01-01T00:00:00.000Z'
const TIMESTAMPS = { createdAt: DATE, updatedAt: DATE }
const CATALOGUE: Pick<Row, 'kinds' | 'rights'> = {
  kinds: ['active', 'inactive'],
  rights: {
    anonymous: rights({ read: ['active'] }),
    patient: rights({ read: ['active'] }),
    cashier: rights({ read: ['active', 'inactive'] }),
    doctor: rights({ read: ['active'] }),
    editor: rights({ read: ['active'] }),
    admin: rights({
      create: true,
      read: ['active', 'inactive'],
      update: ['active', 'inactive'],
      delete: ['active', 'inactive'],
    }),
  },
}
/** The desk's money: written by cashiers, in their own shift. */
const CASH_DESK: Pick<Row, 'kinds' | 'rights'> = {
  kinds: ['own', 'others'],
  rights: {
    anonymous: NOTHING,
    patient: NOTHING,
    cashier: rights({ create: true, read: ['own', 'others'] }),
    doctor: NOTHING,
    editor: NOTHING,
    admin: rights({ read: ['own', 'others'] }),
  },
}
/** What somebody agreed to keep of their talks with the assistant. */
const OWN_TALKS = rights({ read: ['own'], delete: ['own'] })
const OWN_INBOX = rights({ read: ['own'], update: ['own'] })
/** What only operations write: patients see their own, the desk sees all. */
const WRITTEN_BY_OPERATIONS: Pick<Row, 'kinds' | 'rights'> = {
  kinds: ['own', 'others'],
  rights: {
    anonymous: NOTHING,
    patient: rights({ read: ['own'] }),
    cashier: rights({ read: ['own', 'others'] }),
    doctor: NOTHING,
    editor: NOTHING,
    admin: rights({ read: ['own', 'others'] }),
  },
}
/** Enrollments and registrations: made by checkouts, granted by admins. */
const GIVEN: Pick<Row, 'kinds' | 'rights'> = {
  ...WRITTEN_BY_OPERATIONS,
  rights: {
    ...WRITTEN_BY_OPERATIONS.rights,
    admin: rights({ create: true, read: ['own', 'others'] }),
  },
}
/** Courses and agendas; staff read what is not published too. */
const PUBLISHED: Pick<Row, 'kinds' | 'rights' | 'versionsFor'> = {
  kinds: ['active', 'inactive'],
  versionsFor: ['admin'],
  rights: {
    ...CATALOGUE.rights,
    doctor: rights({ read: ['active', 'inactive'] }),
    editor: rights({ read: ['active', 'inactive'] }),
  },
}
/** Articles; staff read what is not published too. What is in the trash: tests/news/trash.test.ts. */
const NEWSROOM = rights({
  create: true,
  read: ['active', 'inactive'],
  update: ['active', 'inactive'],
  delete: ['active', 'inactive'],
})
const ARTICLES: Pick<Row, 'kinds' | 'rights' | 'versionsFor'> = {
  ...PUBLISHED,
  versionsFor: ['editor', 'admin'],
  rights: { ...PUBLISHED.rights, editor: NEWSROOM, admin: NEWSROOM },
}
/** Editors', and nothing about them is a secret. */
const OPEN_TO_READ: Pick<Row, 'kinds' | 'rights'> = {
  kinds: ['any'],
  rights: {
    anonymous: rights({ read: ['any'] }),
    patient: rights({ read: ['any'] }),
    cashier: rights({ read: ['any'] }),
    doctor: rights({ read: ['any'] }),
    editor: rights({ create: true, read: ['any'], update: ['any'], delete: ['any'] }),
    admin: rights({ create: true, read: ['any'], update: ['any'], delete: ['any'] }),
  },
}
const FOR_ADMINS_TO_READ: Pick<Row, 'kinds' | 'rights'> = {
  kinds: ['any'],
  rights: {
    anonymous: NOTHING,
    patient: NOTHING,
    cashier: NOTHING,
    doctor: NOTHING,
    editor: NOTHING,
    admin: rights({ read: ['any'] }),
  },
}
/** Between a patient and their doctor: nobody else's. */
const OF_TWO: Pick<Row, 'kinds' | 'rights'> = {
  kinds: ['own', 'others'],
  rights: {
    anonymous: NOTHING,
    patient: rights({ read: ['own'] }),
    cashier: NOTHING,
    doctor: rights({ read: ['own'] }),
    editor: NOTHING,
    admin: NOTHING,
  },
}
const OWN_ACCOUNT = rights({ read: ['own'], update: ['own'] })

/** "Who may do what" of the architecture, collection by collection. What is not listed is denied. */
export const TABLE: Record<string, Row> = {
  users: {
    names: ['User', 'Users'],
    kinds: ['own', 'patient', 'staff'],
    rights: {
      anonymous: rights({ create: true }),
      patient: OWN_ACCOUNT,
      cashier: rights({ read: ['own', 'patient'], update: ['own'] }),
      doctor: OWN_ACCOUNT,
      editor: OWN_ACCOUNT,
      admin: rights({
        create: true,
        read: ['own', 'patient', 'staff'],
        update: ['own', 'patient', 'staff'],
        delete: ['own', 'patient', 'staff'],
      }),
    },
    serverOnly: {
      ...TIMESTAMPS,
      hash: 'x',
      salt: 'x',
      resetPasswordToken: 'x',
      resetPasswordExpiration: DATE,
      resetPasswordRequestedAt: DATE,
      sessions: [{ id: 'brought-along', expiresAt: '2099-01-01T00:00:00.000Z' }],
    },
  },
  obat: {
    names: ['Obat', 'Obats'],
    ...CATALOGUE,
    serverOnly: { ...TIMESTAMPS, stock: 4711 },
  },
  'obat-categories': {
    names: ['ObatCategory', 'ObatCategories'],
    ...CATALOGUE,
    serverOnly: TIMESTAMPS,
  },
  'stock-movements': {
    names: ['StockMovement', 'StockMovements'],
    kinds: ['any'],
    rights: {
      anonymous: NOTHING,
      patient: NOTHING,
      cashier: rights({ create: true, read: ['any'] }),
      doctor: NOTHING,
      editor: NOTHING,
      admin: rights({ create: true, read: ['any'] }),
    },
    serverOnly: { ...TIMESTAMPS, balanceAfter: 4711, order: 1, createdBy: 1 },
  },
  orders: {
    names: ['Order', 'Orders'],
    kinds: ['own', 'others'],
    rights: {
      anonymous: NOTHING,
      patient: rights({ create: true, read: ['own'] }),
      cashier: rights({ create: true, read: ['own', 'others'] }),
      doctor: NOTHING,
      editor: NOTHING,
      admin: rights({ create: true, read: ['own', 'others'] }),
    },
    serverOnly: {
      ...TIMESTAMPS,
      totalPrice: 1,
      status: 'completed',
      // Would be refused, if it were looked at: at the counter `paid` is true.
      paymentStatus: 'nonsense',
      paymentProof: 1,
      paidAt: DATE,
      paidBy: 1,
      expiresAt: DATE,
      cancelledAt: DATE,
      cancelledBy: 1,
      cancelReason: 'x',
      refundedAt: DATE,
      refundedBy: 1,
      rejectReason: 'x',
      rejectedAt: DATE,
      transaction: '019a0000-0000-7000-8000-000000000000',
    },
  },
  'payment-proofs': {
    names: ['PaymentProof', 'PaymentProofs'],
    kinds: ['own', 'others'],
    rights: {
      anonymous: NOTHING,
      patient: rights({ create: true, read: ['own'] }),
      cashier: rights({ read: ['own', 'others'] }),
      doctor: NOTHING,
      editor: NOTHING,
      admin: rights({ read: ['own', 'others'] }),
    },
    serverOnly: {
      ...TIMESTAMPS,
      uploadedBy: 1,
      url: 'https://evil.example/x.jpg',
      filename: 'another-name.jpg',
      filesize: 4711,
      mimeType: 'text/html',
    },
  },
  'cash-entries': {
    names: ['CashEntry', 'CashEntries'],
    ...CASH_DESK,
    serverOnly: {
      ...TIMESTAMPS,
      method: 'qris',
      itemType: 'order',
      itemId: '4711',
      itemTitle: 'Order #4711',
      shift: 4711,
      takenBy: 4711,
    },
  },
  shifts: {
    names: ['Shift', 'Shifts'],
    ...CASH_DESK,
    serverOnly: { ...TIMESTAMPS, cashier: 4711, openedAt: DATE, closedAt: DATE, isAutomatic: true },
  },
  transactions: {
    names: ['Transaction', 'Transactions'],
    ...WRITTEN_BY_OPERATIONS,
    serverOnly: TIMESTAMPS,
  },
  refunds: { names: ['Refund', 'Refunds'], ...FOR_ADMINS_TO_READ, serverOnly: TIMESTAMPS },
  'payment-notifications': {
    names: ['PaymentNotification', 'PaymentNotifications'],
    ...FOR_ADMINS_TO_READ,
    serverOnly: TIMESTAMPS,
  },
  courses: { names: ['Course', 'Courses'], ...PUBLISHED, serverOnly: { ...TIMESTAMPS, id: 'x' } },
  agendas: { names: ['Agenda', 'Agendas'], ...PUBLISHED, serverOnly: { ...TIMESTAMPS, id: 'x' } },
  coupons: {
    names: ['Coupon', 'Coupons'],
    kinds: ['any'],
    rights: {
      anonymous: NOTHING,
      patient: NOTHING,
      cashier: rights({ read: ['any'] }),
      doctor: NOTHING,
      editor: NOTHING,
      admin: rights({ create: true, read: ['any'], update: ['any'], delete: ['any'] }),
    },
    serverOnly: { ...TIMESTAMPS, id: 'x', usedCount: 4711 },
  },
  enrollments: {
    names: ['Enrollment', 'Enrollments'],
    ...GIVEN,
    serverOnly: {
      ...TIMESTAMPS,
      grantedBy: 4711,
      status: 'REVOKED',
      transaction: 'x',
      progress: { x: 'brought-along' },
      completedAt: DATE,
    },
  },
  'agenda-registrations': {
    names: ['AgendaRegistration', 'AgendaRegistrations'],
    ...GIVEN,
    serverOnly: {
      ...TIMESTAMPS,
      grantedBy: 4711,
      status: 'PENDING',
      transaction: 'x',
      confirmedAt: DATE,
    },
  },
  'lesson-files': {
    names: ['LessonFile', 'LessonFiles'],
    // Of a course of mine; of a preview; of a lesson that is neither; of a course that is not published.
    kinds: ['own', 'active', 'others', 'inactive'],
    rights: {
      anonymous: rights({ read: ['active'] }),
      patient: rights({ read: ['own', 'active'] }),
      cashier: rights({ read: ['own', 'active', 'others', 'inactive'] }),
      doctor: rights({ read: ['own', 'active', 'others', 'inactive'] }),
      editor: rights({ read: ['own', 'active', 'others', 'inactive'] }),
      admin: rights({
        create: true,
        read: ['own', 'active', 'others', 'inactive'],
        update: ['own', 'active', 'others', 'inactive'],
        delete: ['own', 'active', 'others', 'inactive'],
      }),
    },
    serverOnly: {
      ...TIMESTAMPS,
      url: 'https://evil.example/x.jpg',
      filename: 'another-name.jpg',
      filesize: 4711,
      mimeType: 'text/html',
    },
  },
  doctors: {
    names: ['Doctor', 'Doctors'],
    kinds: ['own', 'active', 'inactive'],
    rights: {
      anonymous: rights({ read: ['own', 'active'] }),
      patient: rights({ read: ['own', 'active'] }),
      cashier: rights({ read: ['own', 'active', 'inactive'] }),
      doctor: rights({ read: ['own', 'active'], update: ['own'] }),
      editor: rights({ read: ['own', 'active', 'inactive'] }),
      admin: rights({
        create: true,
        read: ['own', 'active', 'inactive'],
        update: ['own', 'active', 'inactive'],
        delete: ['own', 'active', 'inactive'],
      }),
    },
    serverOnly: { ...TIMESTAMPS, onDuty: true, nextAvailableAt: DATE },
  },
  consultations: {
    names: ['Consultation', 'Consultations'],
    ...OF_TWO,
    rights: { ...OF_TWO.rights, admin: rights({ read: ['own', 'others'] }) },
    serverOnly: TIMESTAMPS,
  },
  messages: { names: ['Message', 'Messages'], ...OF_TWO, serverOnly: TIMESTAMPS },
  'chat-files': {
    names: ['ChatFile', 'ChatFiles'],
    ...OF_TWO,
    rights: {
      ...OF_TWO.rights,
      patient: rights({ create: true, read: ['own'] }),
      doctor: rights({ create: true, read: ['own'] }),
    },
    serverOnly: {
      ...TIMESTAMPS,
      uploadedBy: 1,
      url: 'https://evil.example/x.jpg',
      filename: 'another-name.jpg',
      filesize: 4711,
      mimeType: 'text/html',
    },
  },
  pemeriksaan: {
    names: ['Pemeriksaan', 'Pemeriksaans'],
    kinds: ['own', 'others'],
    rights: {
      anonymous: NOTHING,
      patient: rights({ read: ['own'] }),
      cashier: rights({ read: ['own', 'others'] }),
      doctor: rights({ create: true, read: ['own'], update: ['own'] }),
      editor: NOTHING,
      admin: rights({
        create: true,
        read: ['own', 'others'],
        update: ['own', 'others'],
        delete: ['own', 'others'],
      }),
    },
    serverOnly: {
      ...TIMESTAMPS,
      id: 'x',
      number: 4711,
      total: 4711,
      dibayar: true,
      paidAt: DATE,
      paidBy: 1,
      paymentMethod: 'cash',
      cashReceived: 4711,
      transaction: 'x',
      refundedAt: DATE,
      refundedBy: 1,
      refundReason: 'x',
    },
  },
  prescriptions: {
    names: ['Prescription', 'Prescriptions'],
    ...WRITTEN_BY_OPERATIONS,
    rights: { ...WRITTEN_BY_OPERATIONS.rights, doctor: rights({ read: ['own'] }) },
    serverOnly: TIMESTAMPS,
  },
  news: { names: ['News', 'allNews'], ...ARTICLES, serverOnly: TIMESTAMPS },
  categories: {
    names: ['Category', 'Categories'],
    ...OPEN_TO_READ,
    serverOnly: TIMESTAMPS,
  },
  redirects: { names: ['Redirect', 'Redirects'], ...OPEN_TO_READ, serverOnly: TIMESTAMPS },
  media: {
    names: ['Media', 'allMedia'],
    kinds: ['any'],
    rights: {
      anonymous: rights({ read: ['any'] }),
      patient: rights({ read: ['any'] }),
      cashier: rights({ create: true, read: ['any'] }),
      doctor: rights({ create: true, read: ['any'] }),
      editor: rights({ create: true, read: ['any'], update: ['any'], delete: ['any'] }),
      admin: rights({ create: true, read: ['any'], update: ['any'], delete: ['any'] }),
    },
    serverOnly: {
      ...TIMESTAMPS,
      url: 'https://evil.example/x.jpg',
      filename: 'another-name.jpg',
      filesize: 4711,
      mimeType: 'text/html',
    },
  },
  'assistant-conversations': {
    names: ['AssistantConversation', 'AssistantConversations'],
    kinds: ['own', 'others'],
    rights: {
      anonymous: NOTHING,
      patient: OWN_TALKS,
      cashier: OWN_TALKS,
      doctor: OWN_TALKS,
      editor: OWN_TALKS,
      admin: OWN_TALKS,
    },
    serverOnly: TIMESTAMPS,
  },
  notifications: {
    names: ['Notification', 'Notifications'],
    kinds: ['own', 'others'],
    rights: {
      anonymous: NOTHING,
      patient: OWN_INBOX,
      cashier: OWN_INBOX,
      doctor: OWN_INBOX,
      editor: OWN_INBOX,
      admin: OWN_INBOX,
    },
    serverOnly: TIMESTAMPS,
  },
}
