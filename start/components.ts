/*
|--------------------------------------------------------------------------
| Components
|--------------------------------------------------------------------------
|
| Where the components of the product meet.
|
*/

import { navigation } from '#app/web/public'
import { accountLinks, accounts, defineMails } from '#app/accounts/public'
import { ownProfile, readingAndWriting, writingsOf } from '#app/publishing/public'

defineMails()
accounts.onDeletion(writingsOf)

navigation.add(readingAndWriting)
navigation.add(accountLinks)
navigation.add(ownProfile)
