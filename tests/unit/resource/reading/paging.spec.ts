import { testPaging } from './paging.ts'

testPaging('Paging', { orders: 12, changes: 4, timeout: 30_000 })
