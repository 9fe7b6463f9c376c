import { combinations } from './cases/combinations.ts'
import { testCases } from './test_cases.ts'

testCases('Several changes meet in one column', combinations)
