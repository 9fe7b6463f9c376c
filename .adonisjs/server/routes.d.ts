import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'new_account.create': { paramsTuple?: []; params?: {} }
    'new_account.store': { paramsTuple?: []; params?: {} }
    'session.create': { paramsTuple?: []; params?: {} }
    'session.store': { paramsTuple?: []; params?: {} }
    'avatars.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'name': ParamValue} }
    'session.destroy': { paramsTuple?: []; params?: {} }
    'email_verifications.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'email_verifications.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'password_reset_requests.create': { paramsTuple?: []; params?: {} }
    'password_reset_requests.store': { paramsTuple?: []; params?: {} }
    'password_resets.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'password_resets.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'email_verifications.store': { paramsTuple?: []; params?: {} }
    'profile.edit': { paramsTuple?: []; params?: {} }
    'profile.update': { paramsTuple?: []; params?: {} }
    'sessions.index': { paramsTuple?: []; params?: {} }
    'password.update': { paramsTuple?: []; params?: {} }
    'other_sessions.destroy': { paramsTuple?: []; params?: {} }
    'sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api_tokens.index': { paramsTuple?: []; params?: {} }
    'api_tokens.store': { paramsTuple?: []; params?: {} }
    'api_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'account_deletions.create': { paramsTuple?: []; params?: {} }
    'account_deletions.store': { paramsTuple?: []; params?: {} }
    'accounts.store': { paramsTuple?: []; params?: {} }
    'access_tokens.store': { paramsTuple?: []; params?: {} }
    'current_user.show': { paramsTuple?: []; params?: {} }
    'current_user.update': { paramsTuple?: []; params?: {} }
    'mails.index': { paramsTuple?: []; params?: {} }
    'mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mail_sheets.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'home.index': { paramsTuple?: []; params?: {} }
    'search.index': { paramsTuple?: []; params?: {} }
    'tags.show': { paramsTuple: [ParamValue]; params: {'tag': ParamValue} }
    'articles.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'profiles.show': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'favorites.index': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'drafts.index': { paramsTuple?: []; params?: {} }
    'editor.create': { paramsTuple?: []; params?: {} }
    'editor.store': { paramsTuple?: []; params?: {} }
    'editor.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'editor.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'articles.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'publications.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'publications.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'favorites.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'favorites.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'comments.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'comments.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'follows.store': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'follows.destroy': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'api.articles.index': { paramsTuple?: []; params?: {} }
    'api.feeds.show': { paramsTuple?: []; params?: {} }
    'api.articles.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.comments.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.profiles.show': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'api.tags.index': { paramsTuple?: []; params?: {} }
    'api.articles.store': { paramsTuple?: []; params?: {} }
    'api.articles.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.articles.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.comments.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.comments.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'api.favorites.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.favorites.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.follows.store': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'api.follows.destroy': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'site_feed.show': { paramsTuple?: []; params?: {} }
    'tag_feed.show': { paramsTuple: [ParamValue]; params: {'tag': ParamValue} }
    'author_feed.show': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'sitemaps.index': { paramsTuple?: []; params?: {} }
    'sitemaps.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'robots.show': { paramsTuple?: []; params?: {} }
    'admin.dashboard': { paramsTuple?: []; params?: {} }
    'admin.widgets.show': { paramsTuple: [ParamValue]; params: {'place': ParamValue} }
    'admin.search': { paramsTuple?: []; params?: {} }
    'admin.palette': { paramsTuple?: []; params?: {} }
    'admin.explain': { paramsTuple?: []; params?: {} }
    'admin.impersonations.store': { paramsTuple?: []; params?: {} }
    'admin.impersonations.destroy': { paramsTuple?: []; params?: {} }
    'admin.impersonations.create': { paramsTuple: [ParamValue]; params: {'user': ParamValue} }
    'admin.views.store': { paramsTuple?: []; params?: {} }
    'admin.views.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.views.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.undo': { paramsTuple: [ParamValue]; params: {'operation': ParamValue} }
    'admin.previews.markdown': { paramsTuple?: []; params?: {} }
    'admin.selections.show': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.bulk_edits.create': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.bulk_edits.store': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.bulk_deletions.create': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.bulk_deletions.store': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.bulk_actions.create': { paramsTuple: [ParamValue,ParamValue]; params: {'selection': ParamValue,'action': ParamValue} }
    'admin.bulk_actions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'selection': ParamValue,'action': ParamValue} }
    'admin.bulk_restorations.create': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.bulk_restorations.store': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.runs.problems': { paramsTuple: [ParamValue]; params: {'run': ParamValue} }
    'admin.runs.show': { paramsTuple: [ParamValue]; params: {'run': ParamValue} }
    'admin.runs.cancel': { paramsTuple: [ParamValue]; params: {'run': ParamValue} }
    'admin.list': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.rows.store': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.rows.create': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.count': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.facets': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.examine': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.export': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.trash': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.imports.create': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.imports.store': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.imports.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'upload': ParamValue} }
    'admin.imports.update': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'upload': ParamValue} }
    'admin.list_settings.edit': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.list_settings.update': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.selections.store': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.options': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'relation': ParamValue} }
    'admin.page_actions.create': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'action': ParamValue} }
    'admin.page_actions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'action': ParamValue} }
    'admin.rows.show': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.rows.update': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.deletions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.rows.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.deletions.create': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.restorations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.history': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.reversals.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'entry': ParamValue} }
    'admin.related': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'relation': ParamValue} }
    'admin.cells.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'field': ParamValue} }
    'admin.cells.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'field': ParamValue} }
    'admin.files.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'field': ParamValue} }
    'admin.row_actions.create': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'action': ParamValue} }
    'admin.row_actions.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'action': ParamValue} }
    'themes.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'web.home': { paramsTuple?: [ParamValue?]; params?: {'nothing'?: ParamValue} }
  }
  GET: {
    'new_account.create': { paramsTuple?: []; params?: {} }
    'session.create': { paramsTuple?: []; params?: {} }
    'avatars.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'name': ParamValue} }
    'email_verifications.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'password_reset_requests.create': { paramsTuple?: []; params?: {} }
    'password_resets.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'profile.edit': { paramsTuple?: []; params?: {} }
    'sessions.index': { paramsTuple?: []; params?: {} }
    'api_tokens.index': { paramsTuple?: []; params?: {} }
    'account_deletions.create': { paramsTuple?: []; params?: {} }
    'current_user.show': { paramsTuple?: []; params?: {} }
    'mails.index': { paramsTuple?: []; params?: {} }
    'mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mail_sheets.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'home.index': { paramsTuple?: []; params?: {} }
    'search.index': { paramsTuple?: []; params?: {} }
    'tags.show': { paramsTuple: [ParamValue]; params: {'tag': ParamValue} }
    'articles.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'profiles.show': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'favorites.index': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'drafts.index': { paramsTuple?: []; params?: {} }
    'editor.create': { paramsTuple?: []; params?: {} }
    'editor.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.articles.index': { paramsTuple?: []; params?: {} }
    'api.feeds.show': { paramsTuple?: []; params?: {} }
    'api.articles.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.comments.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.profiles.show': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'api.tags.index': { paramsTuple?: []; params?: {} }
    'site_feed.show': { paramsTuple?: []; params?: {} }
    'tag_feed.show': { paramsTuple: [ParamValue]; params: {'tag': ParamValue} }
    'author_feed.show': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'sitemaps.index': { paramsTuple?: []; params?: {} }
    'sitemaps.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'robots.show': { paramsTuple?: []; params?: {} }
    'admin.dashboard': { paramsTuple?: []; params?: {} }
    'admin.widgets.show': { paramsTuple: [ParamValue]; params: {'place': ParamValue} }
    'admin.search': { paramsTuple?: []; params?: {} }
    'admin.palette': { paramsTuple?: []; params?: {} }
    'admin.explain': { paramsTuple?: []; params?: {} }
    'admin.impersonations.create': { paramsTuple: [ParamValue]; params: {'user': ParamValue} }
    'admin.selections.show': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.bulk_edits.create': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.bulk_deletions.create': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.bulk_actions.create': { paramsTuple: [ParamValue,ParamValue]; params: {'selection': ParamValue,'action': ParamValue} }
    'admin.bulk_restorations.create': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.runs.problems': { paramsTuple: [ParamValue]; params: {'run': ParamValue} }
    'admin.runs.show': { paramsTuple: [ParamValue]; params: {'run': ParamValue} }
    'admin.list': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.rows.create': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.count': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.facets': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.examine': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.export': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.trash': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.imports.create': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.imports.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'upload': ParamValue} }
    'admin.list_settings.edit': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.options': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'relation': ParamValue} }
    'admin.page_actions.create': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'action': ParamValue} }
    'admin.rows.show': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.rows.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.deletions.create': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.history': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.related': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'relation': ParamValue} }
    'admin.cells.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'field': ParamValue} }
    'admin.files.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'field': ParamValue} }
    'admin.row_actions.create': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'action': ParamValue} }
    'themes.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'web.home': { paramsTuple?: [ParamValue?]; params?: {'nothing'?: ParamValue} }
  }
  HEAD: {
    'new_account.create': { paramsTuple?: []; params?: {} }
    'session.create': { paramsTuple?: []; params?: {} }
    'avatars.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'name': ParamValue} }
    'email_verifications.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'password_reset_requests.create': { paramsTuple?: []; params?: {} }
    'password_resets.create': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'profile.edit': { paramsTuple?: []; params?: {} }
    'sessions.index': { paramsTuple?: []; params?: {} }
    'api_tokens.index': { paramsTuple?: []; params?: {} }
    'account_deletions.create': { paramsTuple?: []; params?: {} }
    'current_user.show': { paramsTuple?: []; params?: {} }
    'mails.index': { paramsTuple?: []; params?: {} }
    'mails.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'mail_sheets.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'home.index': { paramsTuple?: []; params?: {} }
    'search.index': { paramsTuple?: []; params?: {} }
    'tags.show': { paramsTuple: [ParamValue]; params: {'tag': ParamValue} }
    'articles.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'profiles.show': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'favorites.index': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'drafts.index': { paramsTuple?: []; params?: {} }
    'editor.create': { paramsTuple?: []; params?: {} }
    'editor.edit': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.articles.index': { paramsTuple?: []; params?: {} }
    'api.feeds.show': { paramsTuple?: []; params?: {} }
    'api.articles.show': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.comments.index': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.profiles.show': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'api.tags.index': { paramsTuple?: []; params?: {} }
    'site_feed.show': { paramsTuple?: []; params?: {} }
    'tag_feed.show': { paramsTuple: [ParamValue]; params: {'tag': ParamValue} }
    'author_feed.show': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'sitemaps.index': { paramsTuple?: []; params?: {} }
    'sitemaps.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'robots.show': { paramsTuple?: []; params?: {} }
    'admin.dashboard': { paramsTuple?: []; params?: {} }
    'admin.widgets.show': { paramsTuple: [ParamValue]; params: {'place': ParamValue} }
    'admin.search': { paramsTuple?: []; params?: {} }
    'admin.palette': { paramsTuple?: []; params?: {} }
    'admin.explain': { paramsTuple?: []; params?: {} }
    'admin.impersonations.create': { paramsTuple: [ParamValue]; params: {'user': ParamValue} }
    'admin.selections.show': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.bulk_edits.create': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.bulk_deletions.create': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.bulk_actions.create': { paramsTuple: [ParamValue,ParamValue]; params: {'selection': ParamValue,'action': ParamValue} }
    'admin.bulk_restorations.create': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.runs.problems': { paramsTuple: [ParamValue]; params: {'run': ParamValue} }
    'admin.runs.show': { paramsTuple: [ParamValue]; params: {'run': ParamValue} }
    'admin.list': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.rows.create': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.count': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.facets': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.examine': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.export': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.trash': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.imports.create': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.imports.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'upload': ParamValue} }
    'admin.list_settings.edit': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.options': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'relation': ParamValue} }
    'admin.page_actions.create': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'action': ParamValue} }
    'admin.rows.show': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.rows.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.deletions.create': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.history': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.related': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'relation': ParamValue} }
    'admin.cells.edit': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'field': ParamValue} }
    'admin.files.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'field': ParamValue} }
    'admin.row_actions.create': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'action': ParamValue} }
    'themes.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'web.home': { paramsTuple?: [ParamValue?]; params?: {'nothing'?: ParamValue} }
  }
  POST: {
    'new_account.store': { paramsTuple?: []; params?: {} }
    'session.store': { paramsTuple?: []; params?: {} }
    'session.destroy': { paramsTuple?: []; params?: {} }
    'email_verifications.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'password_reset_requests.store': { paramsTuple?: []; params?: {} }
    'password_resets.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'email_verifications.store': { paramsTuple?: []; params?: {} }
    'api_tokens.store': { paramsTuple?: []; params?: {} }
    'accounts.store': { paramsTuple?: []; params?: {} }
    'access_tokens.store': { paramsTuple?: []; params?: {} }
    'editor.store': { paramsTuple?: []; params?: {} }
    'publications.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'favorites.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'comments.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'follows.store': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'api.articles.store': { paramsTuple?: []; params?: {} }
    'api.comments.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.favorites.store': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.follows.store': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'admin.impersonations.store': { paramsTuple?: []; params?: {} }
    'admin.impersonations.destroy': { paramsTuple?: []; params?: {} }
    'admin.views.store': { paramsTuple?: []; params?: {} }
    'admin.undo': { paramsTuple: [ParamValue]; params: {'operation': ParamValue} }
    'admin.previews.markdown': { paramsTuple?: []; params?: {} }
    'admin.bulk_edits.store': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.bulk_deletions.store': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.bulk_actions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'selection': ParamValue,'action': ParamValue} }
    'admin.bulk_restorations.store': { paramsTuple: [ParamValue]; params: {'selection': ParamValue} }
    'admin.runs.cancel': { paramsTuple: [ParamValue]; params: {'run': ParamValue} }
    'admin.rows.store': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.imports.store': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.imports.update': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'upload': ParamValue} }
    'admin.selections.store': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.page_actions.store': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'action': ParamValue} }
    'admin.restorations.store': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.reversals.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'entry': ParamValue} }
    'admin.row_actions.store': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'action': ParamValue} }
  }
  PUT: {
    'profile.update': { paramsTuple?: []; params?: {} }
    'password.update': { paramsTuple?: []; params?: {} }
    'current_user.update': { paramsTuple?: []; params?: {} }
    'editor.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.articles.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'admin.views.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.list_settings.update': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'admin.rows.update': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
    'admin.cells.update': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue,'field': ParamValue} }
  }
  DELETE: {
    'other_sessions.destroy': { paramsTuple?: []; params?: {} }
    'sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api_tokens.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'account_deletions.store': { paramsTuple?: []; params?: {} }
    'articles.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'publications.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'favorites.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'comments.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'follows.destroy': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'api.articles.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.comments.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'api.favorites.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.follows.destroy': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'admin.views.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'admin.deletions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'resource': ParamValue,'key': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}