export { default as User } from './models/user.ts'
