export { accounts } from './accounts.ts'
export { accountLinks } from './links.ts'
export { defineMails } from './mails/main.ts'
export { default as User } from './models/user.ts'
