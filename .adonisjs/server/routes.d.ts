import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'drive.fs.serve': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'themes.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'health.live': { paramsTuple?: []; params?: {} }
    'web.home': { paramsTuple?: [ParamValue?]; params?: {'nothing'?: ParamValue} }
  }
  GET: {
    'drive.fs.serve': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'themes.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'health.live': { paramsTuple?: []; params?: {} }
    'web.home': { paramsTuple?: [ParamValue?]; params?: {'nothing'?: ParamValue} }
  }
  HEAD: {
    'drive.fs.serve': { paramsTuple: [...ParamValue[]]; params: {'*': ParamValue[]} }
    'themes.show': { paramsTuple: [ParamValue]; params: {'name': ParamValue} }
    'health.live': { paramsTuple?: []; params?: {} }
    'web.home': { paramsTuple?: [ParamValue?]; params?: {'nothing'?: ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}