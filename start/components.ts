/*
|--------------------------------------------------------------------------
| Components
|--------------------------------------------------------------------------
|
| Where the components of the product meet.
|
*/

import { navigation } from '#app/web/public'
import { accountLinks, defineMails } from '#app/accounts/public'

defineMails()
navigation.add(accountLinks)
