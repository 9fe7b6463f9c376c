/*
|--------------------------------------------------------------------------
| Routes
|--------------------------------------------------------------------------
|
| Each component names its own. `web` comes last: its plain home page stands
| in where no component brings one.
|
*/

import '#app/publishing/routes'
import '#app/web/routes'
