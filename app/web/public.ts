export { isApiRequest } from './api.ts'
export { navigation, type NavigationLink } from './navigation.ts'
export { E_ALREADY_TAKEN, E_NOT_ALLOWED, E_RESOURCE_NOT_FOUND } from './errors.ts'
export { safeLocalPath } from './local_path.ts'
