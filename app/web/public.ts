export { isApiRequest } from './api.ts'
export { navigation } from './navigation.ts'
export { E_ALREADY_TAKEN, E_NOT_ALLOWED, E_RESOURCE_NOT_FOUND } from './errors.ts'
export { safeLocalPath } from './local_path.ts'
