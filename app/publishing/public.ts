export { ownProfile, readingAndWriting } from './navigation.ts'
export { writingsOf } from './writings.ts'
