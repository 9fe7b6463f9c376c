import { testPaging } from '../../unit/resource/reading/paging.ts'

testPaging('Paging, many times', { orders: 400, changes: 150, timeout: 600_000 })
