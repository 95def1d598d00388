import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import type { EmailAdapter } from 'payload'

type MailOptions = { smtpUrl: string | null; from: string }

const FROM_NAME = 'Sehat'

/** Without SMTP nobody is written to: mails are shown in the log, so that a link in one can be tried. */
const logged =
  ({ from }: MailOptions): EmailAdapter =>
  ({ payload }) => ({
    name: 'log',
    defaultFromAddress: from,
    defaultFromName: FROM_NAME,
    sendEmail: ({ to, subject, text, html }) => {
      payload.logger.info({ msg: 'Mail (SMTP_URL is not set)', to, subject, body: text ?? html })
      return Promise.resolve()
    },
  })

/** Whoever asks for a mail does not wait for it: the time would tell which accounts exist. */
const inBackground =
  (adapter: EmailAdapter): EmailAdapter =>
  (args) => {
    const { sendEmail, ...rest } = adapter(args)
    return {
      ...rest,
      sendEmail: (message) => {
        void sendEmail(message).catch((err: unknown) => {
          args.payload.logger.error({ err, msg: 'A mail could not be sent' })
        })
        return Promise.resolve()
      },
    }
  }

/** The mail adapter: SMTP where `SMTP_URL` is set, else the log. */
export const mail = async (options: MailOptions): Promise<EmailAdapter> => {
  if (!options.smtpUrl) return inBackground(logged(options))
  const adapter = await nodemailerAdapter({
    defaultFromAddress: options.from,
    defaultFromName: FROM_NAME,
    skipVerify: true,
    transportOptions: { url: options.smtpUrl },
  })
  return inBackground(adapter)
}
