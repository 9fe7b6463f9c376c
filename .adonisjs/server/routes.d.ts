import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'drive.fs.serve': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'accounts.store': { paramsTuple?: []; params?: {} }
    'access_tokens.store': { paramsTuple?: []; params?: {} }
    'current_user.show': { paramsTuple?: []; params?: {} }
    'current_user.update': { paramsTuple?: []; params?: {} }
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
    'themes.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'health.live': { paramsTuple?: []; params?: {} }
    'web.home': { paramsTuple?: [ParamValue?]; params?: {'nothing'?: ParamValue} }
  }
  GET: {
    'drive.fs.serve': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'current_user.show': { paramsTuple?: []; params?: {} }
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
    'themes.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'health.live': { paramsTuple?: []; params?: {} }
    'web.home': { paramsTuple?: [ParamValue?]; params?: {'nothing'?: ParamValue} }
  }
  HEAD: {
    'drive.fs.serve': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'current_user.show': { paramsTuple?: []; params?: {} }
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
    'themes.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'health.live': { paramsTuple?: []; params?: {} }
    'web.home': { paramsTuple?: [ParamValue?]; params?: {'nothing'?: ParamValue} }
  }
  POST: {
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
  }
  PUT: {
    'current_user.update': { paramsTuple?: []; params?: {} }
    'editor.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.articles.update': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
  }
  DELETE: {
    'articles.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'publications.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'favorites.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'comments.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'follows.destroy': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
    'api.articles.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.comments.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'api.favorites.destroy': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'api.follows.destroy': { paramsTuple: [ParamValue]; params: {'username': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}