export { outbox } from './outbox.ts'
export { sender } from './sender.ts'
